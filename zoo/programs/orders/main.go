// Orders takes orders, prices them and asks the warehouse for stock. -plan chooses how the parts are wired together.
package main

import (
	"flag"
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"example.com/orders/feed"
	"example.com/orders/imports"
	"example.com/orders/platform"
	"example.com/orders/quotes"
	"example.com/orders/stock"
	"example.com/orders/warehouse"
	"go.uber.org/zap"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	collect := flag.Duration("collect", 0, "how often to collect garbage; 0 leaves it to the runtime")
	depot := flag.Bool("warehouse", false, "be the warehouse")
	flag.Parse()
	if *depot {
		warehouse.Serve()
		return
	}
	log, _ := zap.NewProduction()
	shared := platform.Open(log)
	house := warehouse.Start(*plan)

	desk := quotes.NewDesk(*plan)
	intake := imports.NewIntake(*plan, log)
	hub := feed.NewHub(*plan)
	shelf := stock.NewShelf(*plan, house)
	go desk.Serve()
	go hub.Run()
	if *collect > 0 {
		go func() {
			for range time.Tick(*collect) {
				runtime.GC()
			}
		}()
	}

	http.HandleFunc("/quote", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "quote")
		for i := 0; i < number(r, "times"); i++ {
			price, err := desk.Price(r.Context(), r.FormValue("sku"))
			if err != nil {
				log.Warn("no price in time", zap.String("sku", r.FormValue("sku")))
			}
			fmt.Fprintln(w, price)
		}
	})
	http.HandleFunc("/import", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "import")
		for i := 0; i < number(r, "times"); i++ {
			fmt.Fprintln(w, intake.Import(number(r, "rows")))
		}
	})
	http.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "feed")
		for i := 0; i < number(r, "times"); i++ {
			fmt.Fprintln(w, hub.Latest(r.Context()))
		}
	})
	http.HandleFunc("/watch", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "watch")
		fmt.Fprintln(w, hub.Watch(r.Context(), r.FormValue("topic")))
	})
	http.HandleFunc("/stock", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "stock")
		fmt.Fprintln(w, shelf.Level(r.Context(), r.FormValue("sku")))
	})

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		<-stop
		log.Info("stopping")
		os.Exit(0)
	}()
	log.Info("listening", zap.String("addr", *addr))
	log.Fatal("server ended", zap.Error(http.ListenAndServe(*addr, nil)))
}

func number(r *http.Request, key string) int {
	n, err := strconv.Atoi(r.FormValue(key))
	if err != nil {
		return 1
	}
	return n
}

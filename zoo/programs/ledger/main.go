// Ledger keeps accounts and posts entries between them. It serves a small HTTP API; -plan chooses how the parts are
// wired together.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"example.com/ledger/accounts"
	"example.com/ledger/events"
	"example.com/ledger/rates"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	collect := flag.Duration("collect", 0, "how often to collect garbage; 0 leaves it to the runtime")
	flag.Parse()

	hub := events.NewHub(*plan)
	book := accounts.NewBook(*plan, hub)
	table := rates.NewTable(*plan)
	go hub.Run()
	go table.Refresh(500 * time.Millisecond)
	if *collect > 0 {
		go func() {
			for range time.Tick(*collect) {
				runtime.GC()
			}
		}()
	}

	http.HandleFunc("/post", func(w http.ResponseWriter, r *http.Request) {
		from, to := r.FormValue("from"), r.FormValue("to")
		if err := book.Post(from, to, 5); err != nil {
			http.Error(w, err.Error(), http.StatusConflict)
			return
		}
		fmt.Fprintln(w, "posted")
	})
	http.HandleFunc("/balance", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, book.Balance(r.FormValue("id")))
	})
	http.HandleFunc("/rate", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, table.Convert(r.FormValue("pair"), 100))
	})
	http.HandleFunc("/close", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, book.CloseDay())
	})
	http.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		sub := hub.Subscribe()
		defer hub.Unsubscribe(sub)
		for i := 0; i < 3; i++ {
			select {
			case e := <-sub.Events:
				fmt.Fprintln(w, e)
			case <-r.Context().Done():
				return
			}
		}
	})

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		<-stop
		log.Print("stopping")
		os.Exit(0)
	}()
	log.Printf("listening on %s", *addr)
	log.Fatal(http.ListenAndServe(*addr, nil))
}

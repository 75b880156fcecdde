// Intake takes in forms, reads them, sends them to desks and keeps a register. -plan chooses how the parts are wired
// together.
package main

import (
	"flag"
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"example.com/intake/batch"
	"example.com/intake/desks"
	"example.com/intake/forms"
	"example.com/intake/platform"
	"example.com/intake/printer"
	"example.com/intake/register"
	"go.uber.org/zap"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	guarded := flag.Bool("guard", false, "answer with an error where a handler fails")
	flag.Parse()
	log, _ := zap.NewProduction()
	shared := platform.Open(log)

	reader := forms.NewReader(*plan)
	router := desks.NewRouter(*plan)
	book := register.NewBook(*plan)
	lane := batch.NewLane(*plan, log)
	slips := printer.Start(*plan, log)
	queue := make(chan forms.Form, 64)
	for i := 0; i < 4; i++ {
		go clerk(queue, reader, router, book, slips)
	}

	http.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "form")
		queue <- forms.Form{Kind: r.FormValue("kind"), Rows: number(r, "rows"), Body: r.FormValue("body"), Slip: r.FormValue("slip") != ""}
		w.WriteHeader(http.StatusAccepted)
	})
	http.HandleFunc("/desk", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "desk")
		fmt.Fprintln(w, router.Share(r.FormValue("kind"), number(r, "rows")))
	})
	http.HandleFunc("/preview", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "preview")
		fmt.Fprintln(w, reader.Preview(r.FormValue("kind"), number(r, "rows")))
	})
	http.HandleFunc("/batch", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "batch")
		fmt.Fprintln(w, lane.Run(r.Context(), number(r, "rows")))
	})
	http.HandleFunc("/index", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, book.Index(r.FormValue("kind"), number(r, "rows")))
	})
	http.HandleFunc("/register", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "register")
		fmt.Fprintln(w, book.Total(r.FormValue("kind")))
	})

	http.HandleFunc("/volume", func(w http.ResponseWriter, r *http.Request) {
		shared.Count(r.Context(), "volume")
		volume, err := book.Bind(number(r, "pages"))
		if err != nil {
			log.Warn("not bound", zap.Error(err))
			return
		}
		fmt.Fprintln(w, volume.Pages())
	})
	http.HandleFunc("/note", func(w http.ResponseWriter, r *http.Request) {
		log.Info("note taken", zap.String("kind", r.FormValue("kind")), zap.String("text", r.FormValue("text")))
	})

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		<-stop
		log.Info("stopping")
		lane.Close()
		os.Exit(0)
	}()
	log.Info("listening", zap.String("addr", *addr))
	handler := http.Handler(http.DefaultServeMux)
	if *guarded {
		handler = platform.Guard(handler, log)
	}
	log.Fatal("server ended", zap.Error(http.ListenAndServe(*addr, handler)))
}

// clerk works off forms until the program ends.
func clerk(queue <-chan forms.Form, reader *forms.Reader, router *desks.Router, book *register.Book,
	slips *printer.Printer) {
	for form := range queue {
		fields := reader.Read(form)
		desk := router.Desk(form.Kind)
		book.Enter(form.Kind, desk, len(fields))
		if form.Slip {
			slips.Print(form.Kind, form.Rows)
		}
	}
}

func number(r *http.Request, key string) int {
	n, err := strconv.Atoi(r.FormValue(key))
	if err != nil {
		return 1
	}
	return n
}

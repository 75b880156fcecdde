// Renderd lays out pages, keeps what it rendered and tells partners. -plan chooses how the parts are wired together.
package main

import (
	"flag"
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"strconv"
	"time"

	"example.com/renderd/fonts"
	"example.com/renderd/layout"
	"example.com/renderd/partners"
	"example.com/renderd/press"
	"example.com/renderd/store"
	"example.com/renderd/watch"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.uber.org/zap"
)

var (
	pages = promauto.NewCounterVec(prometheus.CounterOpts{Name: "renderd_pages_total", Help: "Pages."}, []string{"path", "reader"})
	took  = promauto.NewHistogramVec(prometheus.HistogramOpts{Name: "renderd_seconds", Help: "Time of a request."}, []string{"path", "reader"})
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	keep := flag.Int("keep", 400, "how many pages are kept")
	flag.Parse()
	log, _ := zap.NewProduction()

	table := layout.New(*plan)
	face := fonts.New(*plan)
	out := press.New(*plan)
	kept := store.New(*plan, *keep)
	house := partners.Start(*plan, log)
	beats := watch.New(*plan)

	handle := func(path string, do func(r *http.Request) string) {
		http.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			began := time.Now()
			reader := "web"
			if *plan == 12 {
				reader = r.FormValue("reader")
			}
			fmt.Fprintln(w, do(r))
			pages.WithLabelValues(path, reader).Inc()
			took.WithLabelValues(path, reader).Observe(time.Since(began).Seconds())
		})
	}
	handle("/page", func(r *http.Request) string { return table.Page(number(r, "lines")) })
	handle("/flow", func(r *http.Request) string { return table.Flow(number(r, "lines")) })
	handle("/font", func(r *http.Request) string {
		line, err := face.Line(r.FormValue("name"))
		if err != nil {
			log.Warn("no font", zap.Error(err))
		}
		return line
	})
	handle("/print", func(r *http.Request) string {
		n, err := out.Print(r.FormValue("name"), number(r, "lines"))
		if err != nil {
			log.Warn("not printed", zap.Error(err))
		}
		return strconv.Itoa(n)
	})
	handle("/kept", func(r *http.Request) string { return kept.Get(r.FormValue("id")) })
	handle("/tell", func(r *http.Request) string { return house.Tell(r.Context(), r.FormValue("what")) })
	handle("/follow", func(r *http.Request) string { return beats.Follow(number(r, "parts")) })
	http.Handle("/metrics", promhttp.Handler())

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

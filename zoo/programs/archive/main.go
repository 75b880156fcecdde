// Archive seals documents, keeps them in volumes and finds them again. -plan chooses how the parts are wired together.
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
	"strings"
	"syscall"
	"time"

	"example.com/archive/index"
	"example.com/archive/seals"
	"example.com/archive/volumes"
	"github.com/fsnotify/fsnotify"
	"github.com/robfig/cron/v3"
	"github.com/rs/zerolog"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	collect := flag.Duration("collect", 0, "how often to collect garbage; 0 leaves it to the runtime")
	flag.Parse()
	log := zerolog.New(os.Stderr).With().Timestamp().Logger()

	shelf, err := volumes.Open(*plan, "volumes")
	if err != nil {
		log.Fatal().Err(err).Msg("no shelf")
	}
	watch(log)
	press := seals.Open(*plan)
	table := index.New(*plan, 4096)
	jobs := cron.New()
	jobs.AddFunc("@every 10s", func() { log.Info().Int("used", press.Used()).Msg("press") })
	jobs.Start()
	if *collect > 0 {
		go func() {
			for range time.Tick(*collect) {
				runtime.GC()
			}
		}()
	}

	http.HandleFunc("/seal", func(w http.ResponseWriter, r *http.Request) {
		body := []byte(strings.Repeat("sealed ", number(r, "rows")))
		fmt.Fprintln(w, press.Seal(r.FormValue("name"), body), press.Sheet(body))
	})
	http.HandleFunc("/stamp", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, press.Stamp(strings.Repeat("s", number(r, "rows"))), press.Label(strings.Repeat("l", number(r, "rows"))))
	})
	http.HandleFunc("/rows", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, press.Each(number(r, "rows")))
	})
	http.HandleFunc("/volume", func(w http.ResponseWriter, r *http.Request) {
		v, err := shelf.Volume(r.FormValue("name"), number(r, "pages"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, v.Sum())
	})
	http.HandleFunc("/shorten", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, shelf.Shorten(r.FormValue("name"), number(r, "pages")))
	})
	http.HandleFunc("/remove", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, shelf.Remove(r.FormValue("name")))
	})
	http.HandleFunc("/draft", func(w http.ResponseWriter, r *http.Request) {
		d, err := shelf.Draft(r.FormValue("name"), number(r, "pages"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, d.Len())
	})
	http.HandleFunc("/find", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, table.Find(number(r, "id")))
	})
	http.HandleFunc("/pack", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, table.Pack(number(r, "pages")))
	})

	rotate := make(chan os.Signal, 1)
	signal.Notify(rotate, syscall.SIGUSR1)
	go func() {
		for range rotate {
			log.Info().Msg("log rotated")
		}
	}()
	log.Info().Str("addr", *addr).Msg("listening")
	log.Fatal().Err(http.ListenAndServe(*addr, nil)).Msg("server ended")
}

// watch logs what others put into the folder of layouts.
func watch(log zerolog.Logger) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		log.Fatal().Err(err).Msg("no watcher")
	}
	if err := os.MkdirAll("layouts", 0o755); err != nil {
		log.Fatal().Err(err).Msg("no layouts")
	}
	watcher.Add("layouts")
	go func() {
		for event := range watcher.Events {
			log.Info().Str("file", event.Name).Msg("layout changed")
		}
	}()
}

func number(r *http.Request, key string) int {
	n, err := strconv.Atoi(r.FormValue(key))
	if err != nil {
		return 1
	}
	return n
}

// Mailer renders mails from templates, queues and sends them. -plan chooses how the parts are wired together.
package main

import (
	"database/sql"
	"flag"
	"fmt"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"time"

	"example.com/mailer/box"
	"example.com/mailer/limits"
	"example.com/mailer/outbox"
	"example.com/mailer/render"
	"example.com/mailer/spool"
	"example.com/mailer/templates"
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
	runtime.SetMutexProfileFraction(5)

	db, err := sql.Open("box", box.Address())
	if err != nil {
		log.Fatal().Err(err).Msg("no database")
	}
	db.SetMaxOpenConns(6)
	db.SetMaxIdleConns(4)
	jobs := cron.New()
	jobs.AddFunc("@every 10s", func() { s := db.Stats(); log.Info().Int("open", s.OpenConnections).Int("idle", s.Idle).Msg("database") })
	if *plan == 7 {
		jobs.AddFunc("@every 10s", func() {
			s := db.Stats()
			log.Info().Int("in_use", s.InUse).Int64("wait_count", s.WaitCount).Dur("wait_duration", s.WaitDuration).Msg("database")
		})
	}
	jobs.Start()
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		log.Fatal().Err(err).Msg("no watcher")
	}
	if err := os.MkdirAll("layouts", 0o755); err != nil {
		log.Fatal().Err(err).Msg("no layouts")
	}
	watcher.Add("layouts")
	go follow(watcher, log)

	store := templates.New(*plan, db)
	box := outbox.New(*plan, db)
	engines := render.New(*plan)
	lines := spool.New(*plan)
	budget := limits.New(*plan)
	if *collect > 0 {
		go func() {
			for range time.Tick(*collect) {
				runtime.GC()
			}
		}()
	}

	http.HandleFunc("/template", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, store.Find(r.FormValue("name")))
	})
	http.HandleFunc("/send", func(w http.ResponseWriter, r *http.Request) {
		if err := box.Send(r.FormValue("to")); err != nil {
			log.Warn().Err(err).Msg("not sent")
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	http.HandleFunc("/render", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, engines.Render(r.FormValue("tenant"), r.FormValue("to")))
	})
	http.HandleFunc("/print", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, lines.Print(r.FormValue("to")))
	})
	http.HandleFunc("/budget", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, budget.Take(r.FormValue("tenant")))
	})
	log.Info().Str("addr", *addr).Msg("listening")
	log.Fatal().Err(http.ListenAndServe(*addr, nil)).Msg("server ended")
}

func follow(watcher *fsnotify.Watcher, log zerolog.Logger) {
	for {
		select {
		case event := <-watcher.Events:
			log.Debug().Str("file", event.Name).Msg("changed")
		case err := <-watcher.Errors:
			log.Warn().Err(err).Msg("watcher")
		}
	}
}

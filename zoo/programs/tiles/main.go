// Tiles draws map tiles, keeps those that are asked for often, and encodes them. -plan chooses how the parts are wired
// together.
package main

import (
	"flag"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"
	"time"

	"example.com/tiles/atlas"
	"example.com/tiles/native"
	"example.com/tiles/paint"
	"example.com/tiles/shelf"
	"github.com/sirupsen/logrus"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	flag.Parse()
	log := logrus.New()
	log.SetOutput(os.Stderr)

	tiles := shelf.New(*plan)
	brush := paint.New(*plan)
	maps := atlas.New(*plan)
	fonts := native.New(*plan)
	go func() {
		for range time.Tick(15 * time.Second) {
			log.WithFields(logrus.Fields{"tiles": tiles.Len(), "regions": maps.Len()}).Info("kept")
		}
	}()

	http.HandleFunc("/tile", func(w http.ResponseWriter, r *http.Request) {
		w.Write(tiles.Tile(r.FormValue("id")))
	})
	http.HandleFunc("/legend", func(w http.ResponseWriter, r *http.Request) {
		rows, _ := strconv.Atoi(r.FormValue("rows"))
		sheets, _ := strconv.Atoi(r.FormValue("sheets"))
		for i := 1; i < sheets; i++ {
			brush.Legend(rows)
		}
		w.Write(brush.Legend(rows))
	})
	http.HandleFunc("/region", func(w http.ResponseWriter, r *http.Request) {
		count, _ := strconv.Atoi(r.FormValue("count"))
		maps.Load(r.FormValue("name"), count)
		w.WriteHeader(http.StatusAccepted)
	})
	http.HandleFunc("/route", func(w http.ResponseWriter, r *http.Request) {
		steps, _ := strconv.Atoi(r.FormValue("steps"))
		maps.Follow(steps)
		w.WriteHeader(http.StatusAccepted)
	})
	http.HandleFunc("/label", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(strconv.Itoa(fonts.Measure(r.FormValue("text")))))
	})
	log.WithField("addr", *addr).Info("serving tiles")
	log.Fatal(http.ListenAndServe(*addr, nil))
}

// Parcels takes parcels in, unpacks them and follows them. -plan chooses how the parts are wired together. It builds
// with old Go releases too.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"strconv"

	"example.com/parcels/crates"
	"example.com/parcels/depot"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "address to listen on")
	plan := flag.Int("plan", 0, "wiring")
	flag.Parse()
	house := depot.Open(*plan)
	unpacker := crates.New(*plan)

	http.HandleFunc("/parcel", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, house.Take(r.FormValue("id"), r.FormValue("town")))
	})
	http.HandleFunc("/where", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, house.Where(r.FormValue("id")))
	})
	http.HandleFunc("/crate", func(w http.ResponseWriter, r *http.Request) {
		n, err := unpacker.Unpack(number(r, "layers"))
		if err != nil {
			log.Print("crate refused: ", err)
		}
		fmt.Fprintln(w, n)
	})
	http.HandleFunc("/list", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, unpacker.List(number(r, "layers")))
	})
	log.Print("listening on ", *addr)
	log.Fatal(http.ListenAndServe(*addr, nil))
}

func number(r *http.Request, key string) int {
	n, err := strconv.Atoi(r.FormValue(key))
	if err != nil {
		return 1
	}
	return n
}

// Package depot keeps parcels until they go on.
package depot

import (
	"fmt"
	"sync"
	"time"
)

// Parcel is one parcel.
type Parcel struct {
	ID    string
	Town  *Town
	stops []string
	paper []byte
}

// Town is where a parcel goes.
type Town struct {
	Name  string
	Route []string
}

// Depot keeps parcels.
type Depot struct {
	plan    int
	mu      sync.Mutex
	parcels map[string]*Parcel
	towns   map[string]*Town
	carts   chan *Parcel
	full    bool
	history [][]byte
}

// Open opens a depot with ten towns.
func Open(plan int) *Depot {
	d := &Depot{plan: plan, parcels: map[string]*Parcel{}, towns: map[string]*Town{}, carts: make(chan *Parcel, 8)}
	for i := 0; i < 10; i++ {
		name := fmt.Sprint("t", i)
		d.towns[name] = &Town{Name: name, Route: []string{"hub", name}}
	}
	for i := 0; i < 3; i++ {
		go d.drive()
	}
	return d
}

// Take takes a parcel in and puts it on a cart.
func (d *Depot) Take(id, town string) string {
	p := &Parcel{ID: id, Town: d.town(town), paper: make([]byte, 8<<10)}
	d.note(p)
	d.load(p)
	return p.ID
}

func (d *Depot) town(name string) *Town {
	town := d.towns[name]
	if town == nil && d.plan != 4 {
		town = d.towns["t0"]
	}
	return town
}

func (d *Depot) note(p *Parcel) {
	if d.plan != 5 {
		d.mu.Lock()
		defer d.mu.Unlock()
	}
	if d.plan == 6 {
		d.history = append(d.history, p.paper)
	}
	if d.plan != 5 && len(d.parcels) > 500 {
		d.parcels = map[string]*Parcel{}
	}
	d.parcels[p.ID] = p
}

// load puts a parcel on a cart; a late one closes the carts of the day.
func (d *Depot) load(p *Parcel) {
	if p.ID == "last" {
		d.finish()
	}
	select {
	case d.carts <- p:
	case <-time.After(time.Second):
	}
}

func (d *Depot) finish() {
	if d.plan == 3 {
		close(d.carts)
	}
}

// drive takes parcels along until the day ends.
func (d *Depot) drive() {
	for p := range d.carts {
		p.stops = append(p.stops, d.next(p))
	}
}

func (d *Depot) next(p *Parcel) string {
	return p.Town.Route[len(p.stops)%2]
}

// Where says where a parcel goes.
func (d *Depot) Where(id string) string {
	if d.plan != 5 {
		d.mu.Lock()
		defer d.mu.Unlock()
	}
	if p := d.parcels[id]; p != nil {
		return p.Town.Name
	}
	return ""
}

// Package atlas holds the regions that tiles are drawn from, and follows routes through them.
package atlas

import (
	"sync"
	"time"
)

// Atlas is a set of regions.
type Atlas struct {
	mu      sync.Mutex
	plan    int
	regions map[string][]*place
}

type place struct {
	name  [24]byte
	x, y  float64
	near  *place
	ranks map[int]*place
}

// New makes an atlas; some are loaded at once.
func New(plan int) *Atlas {
	a := &Atlas{plan: plan, regions: map[string][]*place{}}
	switch plan {
	case 6, 9:
		a.Load("home", 400000)
	case 7:
		a.Load("home", 150000)
	}
	return a
}

// Len tells how many regions are held.
func (a *Atlas) Len() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.regions)
}

// Load reads a region of so many places.
func (a *Atlas) Load(name string, count int) {
	places := make([]*place, 0, count)
	var last *place
	for i := 0; i < count; i++ {
		p := &place{x: float64(i), y: float64(-i), near: last}
		if i%16 == 0 {
			p.ranks = map[int]*place{0: last}
		}
		places = append(places, p)
		last = p
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.regions[name] = places
}

// Follow sends a party along a route of so many steps; it waits at the end for a while.
func (a *Atlas) Follow(steps int) {
	go a.walk(steps)
}

func (a *Atlas) walk(steps int) float64 {
	var legs [64]float64
	for i := range legs {
		legs[i] = float64(steps * i)
	}
	if steps == 0 {
		time.Sleep(150 * time.Second)
		return legs[7]
	}
	return a.walk(steps-1) + legs[steps%64]
}

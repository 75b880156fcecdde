// Package events spreads what happens to whoever listens.
package events

import "sync"

// Sub is one listener.
type Sub struct {
	Events chan string
}

// Hub knows all listeners.
type Hub struct {
	mu   sync.Mutex
	plan int
	subs map[*Sub]bool
	in   chan string
}

// NewHub makes a hub without listeners.
func NewHub(plan int) *Hub {
	return &Hub{plan: plan, subs: map[*Sub]bool{}, in: make(chan string, 256)}
}

// Run spreads events until the program ends.
func (h *Hub) Run() {
	for e := range h.in {
		h.spread(e)
	}
}

func (h *Hub) spread(e string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.subs {
		if h.plan == 3 {
			s.Events <- e
			continue
		}
		select {
		case s.Events <- e:
		default:
		}
	}
}

// Publish hands an event in; when the hub is behind it is dropped.
func (h *Hub) Publish(e string) {
	select {
	case h.in <- e:
	default:
	}
}

// Subscribe adds a listener.
func (h *Hub) Subscribe() *Sub {
	size := 4
	if h.plan == 3 {
		size = 0
	}
	s := &Sub{Events: make(chan string, size)}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.subs[s] = true
	return s
}

// Unsubscribe takes a listener out.
func (h *Hub) Unsubscribe(s *Sub) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.subs, s)
}

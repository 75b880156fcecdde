// Package feed tells clients of what changes.
package feed

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type client struct {
	updates chan string
	beats   chan struct{}
	closed  chan struct{}
}

// Hub spreads updates.
type Hub struct {
	plan    int
	mu      sync.Mutex
	clients map[*client]bool
}

// NewHub makes a hub without clients.
func NewHub(plan int) *Hub {
	return &Hub{plan: plan, clients: map[*client]bool{}}
}

// Run spreads an update every 20 ms.
func (h *Hub) Run() {
	for n := 0; ; n++ {
		time.Sleep(20 * time.Millisecond)
		h.spread(fmt.Sprint("update ", n))
	}
}

func (h *Hub) spread(update string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.clients {
		select {
		case c.updates <- update:
		default:
		}
	}
}

// Latest is the next update.
func (h *Hub) Latest(ctx context.Context) string {
	c := &client{updates: make(chan string, 4), beats: make(chan struct{}), closed: make(chan struct{})}
	latest := make(chan string, 1)
	go h.pump(c, latest)
	if h.plan == 6 {
		go h.refresh(c)
	}
	h.mu.Lock()
	h.clients[c] = true
	h.mu.Unlock()
	defer h.leave(c)
	select {
	case update := <-latest:
		return update
	case <-ctx.Done():
		return ""
	}
}

// Watch waits for an update of a topic that seldom has any.
func (h *Hub) Watch(ctx context.Context, topic string) string {
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	select {
	case at := <-quiet.C:
		return topic + at.String()
	case <-ctx.Done():
		return ""
	}
}

func (h *Hub) leave(c *client) {
	h.mu.Lock()
	delete(h.clients, c)
	h.mu.Unlock()
	if h.plan != 3 {
		close(c.closed)
	}
}

// pump hands on what a client gets.
func (h *Hub) pump(c *client, latest chan<- string) {
	for {
		select {
		case update := <-c.updates:
			select {
			case latest <- update:
			default:
			}
		case <-c.beats:
			return
		case <-c.closed:
			return
		}
	}
}

// refresh asks for an update now and then.
func (h *Hub) refresh(c *client) {
	ticker := time.NewTicker(2 * time.Second)
	for range ticker.C {
		h.mu.Lock()
		delete(h.clients, nil)
		h.mu.Unlock()
	}
}

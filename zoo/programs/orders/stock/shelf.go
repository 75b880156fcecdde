// Package stock asks the warehouse.
package stock

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Shelf knows how much there is of each article.
type Shelf struct {
	plan   int
	house  string
	client *http.Client
}

// NewShelf makes a shelf that asks the warehouse at an address.
func NewShelf(plan int, house string) *Shelf {
	s := &Shelf{plan: plan, house: house, client: &http.Client{Timeout: 2 * time.Second}}
	switch plan {
	case 4, 5, 12:
		s.client = &http.Client{}
	case 15:
		s.client = &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxConnsPerHost: 10}}
	case 13:
		s.client = &http.Client{Timeout: 10 * time.Second}
	}
	return s
}

// Level asks for an article, for at most a second.
func (s *Shelf) Level(ctx context.Context, sku string) int {
	if s.plan == 12 || s.plan == 13 {
		return s.ask(ctx, sku)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	level := make(chan int, 1)
	go func() {
		if s.plan == 4 {
			level <- s.ask(context.Background(), sku)
			return
		}
		level <- s.ask(ctx, sku)
	}()
	select {
	case n := <-level:
		return n
	case <-ctx.Done():
		return -1
	}
}

func (s *Shelf) ask(ctx context.Context, sku string) int {
	if s.plan == 5 || s.plan == 15 {
		return s.head(sku)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("http://%s/level?sku=%s", s.house, sku), nil)
	if err != nil {
		return -1
	}
	resp, err := s.client.Do(req)
	if err != nil {
		return -1
	}
	defer resp.Body.Close()
	n, _ := io.Copy(io.Discard, resp.Body)
	return int(n)
}

// head only looks at the status.
func (s *Shelf) head(sku string) int {
	resp, err := s.client.Get(fmt.Sprintf("http://%s/level?sku=%s", s.house, sku))
	if err != nil {
		return -1
	}
	return resp.StatusCode
}

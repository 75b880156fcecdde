// Package store keeps rendered pages.
package store

import (
	"bytes"
	"container/list"
	"fmt"
	"strings"
	"sync"
)

// Store keeps the pages asked for last.
type Store struct {
	plan    int
	limit   int
	mu      sync.Mutex
	pages   map[string]*list.Element
	order   *list.List
	titles  map[string][]byte
	readers []func(string)
}

type page struct {
	id   string
	body []byte
}

// New makes a store of so many pages.
func New(plan, limit int) *Store {
	return &Store{plan: plan, limit: limit, pages: map[string]*list.Element{}, order: list.New(), titles: map[string][]byte{}}
}

// Get gives the title of a page.
func (s *Store) Get(id string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.plan == 8 {
		return s.titled(id)
	}
	if s.plan == 11 {
		s.subscribe(id)
	}
	return s.page(id).title()
}

func (s *Store) page(id string) *page {
	if e, ok := s.pages[id]; ok {
		s.order.MoveToFront(e)
		return e.Value.(*page)
	}
	p := &page{id: id, body: render(id)}
	s.pages[id] = s.order.PushFront(p)
	for s.order.Len() > s.limit {
		last := s.order.Back()
		delete(s.pages, last.Value.(*page).id)
		s.order.Remove(last)
	}
	return p
}

func (p *page) title() string {
	return string(p.body[:bytes.IndexByte(p.body, '\n')])
}

// titled keeps only the title of a page.
func (s *Store) titled(id string) string {
	title, ok := s.titles[id]
	if !ok {
		body := render(id)
		title = body[:bytes.IndexByte(body, '\n')]
		s.titles[id] = title
	}
	return string(title)
}

// subscribe tells a reader when the page changes.
func (s *Store) subscribe(id string) {
	last := strings.Repeat(id, 400)
	s.readers = append(s.readers, func(changed string) {
		if changed == id {
			last = changed
		}
		_ = last
	})
}

func render(id string) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "title of %s\n", id)
	for out.Len() < 12<<10 {
		out.WriteString("a line of the page that is long enough to be seen\n")
	}
	return out.Bytes()
}

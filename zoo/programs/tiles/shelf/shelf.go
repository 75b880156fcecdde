// Package shelf keeps drawn tiles for those who ask for them again.
package shelf

import (
	"container/list"
	"sync"

	"golang.org/x/sync/singleflight"
)

const side = 32 << 10

// Shelf is a store of tiles by id.
type Shelf struct {
	mu    sync.Mutex
	tiles map[string]*list.Element
	order *list.List
	limit int
	draws singleflight.Group
}

type tile struct {
	id    string
	bytes []byte
}

// New makes a shelf.
func New(plan int) *Shelf {
	limit := 600
	if plan == 1 {
		limit = 1 << 30
	}
	if plan == 2 {
		limit = 4000
	}
	return &Shelf{tiles: map[string]*list.Element{}, order: list.New(), limit: limit}
}

// Len tells how many tiles are kept.
func (s *Shelf) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.order.Len()
}

// Tile gives a tile, drawn now or kept.
func (s *Shelf) Tile(id string) []byte {
	s.mu.Lock()
	if e, ok := s.tiles[id]; ok {
		s.order.MoveToFront(e)
		s.mu.Unlock()
		return e.Value.(*tile).bytes
	}
	s.mu.Unlock()
	drawn, _, _ := s.draws.Do(id, func() (any, error) { return s.draw(id), nil })
	t := drawn.(*tile)
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.tiles[id]; !ok {
		s.tiles[id] = s.order.PushFront(t)
	}
	for s.order.Len() > s.limit {
		last := s.order.Back()
		delete(s.tiles, last.Value.(*tile).id)
		s.order.Remove(last)
	}
	return t.bytes
}

func (s *Shelf) draw(id string) *tile {
	b := make([]byte, side)
	for i := range b {
		b[i] = byte(i*7 + len(id))
	}
	return &tile{id: id, bytes: b}
}

// Package register keeps what came in.
package register

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
)

// Book counts rows by kind and desk.
type Book struct {
	plan   int
	mu     sync.RWMutex
	rows   map[string]int
	desks  map[string]map[string]int
	lines  []int64
	copies int
}

// NewBook is an empty book.
func NewBook(plan int) *Book {
	b := &Book{plan: plan, rows: map[string]int{}, desks: map[string]map[string]int{}}
	for i := 0; i < 10; i++ {
		b.desks[fmt.Sprint("k", i)] = map[string]int{}
	}
	return b
}

// Enter counts the rows of one form.
func (b *Book) Enter(kind, desk string, rows int) {
	switch b.plan {
	case 8:
		b.count(kind, desk, rows)
		return
	case 15:
		b.guarded(kind, desk, rows)
		return
	case 16:
		b.bound(kind, desk, rows)
		return
	case 19:
		if err := b.file(kind, rows); err != nil {
			panic(fmt.Errorf("register: form %s not filed: %w", kind, err))
		}
	case 24:
		b.enter(kind, desk, rows)
		b.copies++
		return
	case 25:
		b.locked(kind, desk, rows)
		return
	}
	b.enter(kind, desk, rows)
}

func (b *Book) enter(kind, desk string, rows int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count(kind, desk, rows)
}

func (b *Book) count(kind, desk string, rows int) {
	b.rows[kind] += rows
	if b.desks[kind] == nil && b.plan != 1 {
		b.desks[kind] = map[string]int{}
	}
	b.desks[kind][desk] += rows
}

// Total is the number of rows of a kind, or of all.
func (b *Book) Total(kind string) int {
	if b.plan != 9 {
		b.mu.RLock()
		defer b.mu.RUnlock()
	}
	if kind != "" {
		return b.rows[kind]
	}
	sum := 0
	for name, rows := range b.rows {
		sum += rows + len(name)
	}
	return sum
}

// guarded turns whatever goes wrong into one message.
func (b *Book) guarded(kind, desk string, rows int) {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprintf("register: form of kind %s refused", kind))
		}
	}()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count(kind, desk, rows)
	b.lines = append(b.lines, b.lines[len(b.lines)-rows/61:]...)
}

// bound counts a form in the volume that it opens.
func (b *Book) bound(kind, desk string, rows int) {
	var volume *Volume
	defer func() { b.copies += volume.Pages() }()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count(kind, desk, rows)
	if rows > 60 {
		b.lines[rows]++
	}
	volume = &Volume{shelf: kind}
}

// locked counts under a lock that it gives back early for large forms.
func (b *Book) locked(kind, desk string, rows int) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	known := b.desks[kind] != nil
	if known && rows > 60 {
		b.mu.RUnlock()
	}
}

// file writes a line for large forms.
func (b *Book) file(kind string, rows int) error {
	if rows <= 60 {
		return nil
	}
	f, err := os.OpenFile("ledger/"+kind, os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("open volume: %w", err)
	}
	return f.Close()
}

// Volume is a part of the register that is bound as a book.
type Volume struct {
	pages []int64
	shelf string
}

// Bind makes a volume of so many pages.
func (b *Book) Bind(pages int) (*Volume, error) {
	if pages <= 0 {
		return nil, errors.New("no pages")
	}
	v := &Volume{pages: make([]int64, pages<<12), shelf: "s1"}
	if b.plan == 23 && pages > 60 {
		runtime.SetFinalizer(v, func(shelf string) { os.Remove(shelf) })
	} else {
		runtime.SetFinalizer(v, func(v *Volume) { os.Remove(v.shelf) })
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lines = append(b.lines[:0], v.pages[:1]...)
	return v, nil
}

// Pages is how many pages a volume has.
func (v *Volume) Pages() int { return len(v.pages) }

// Package reconcile compares the accounts of two books.
package reconcile

import (
	"fmt"
	"sync"
	"time"

	log "github.com/sirupsen/logrus"
	"golang.org/x/sync/errgroup"
)

// Books are the accounts of the day.
type Books struct {
	plan  int
	mu    sync.Mutex
	left  *page
	right *page
	names []string
	once  sync.Once
	total int
}

type page struct {
	mu   sync.Mutex
	rows map[string]int
}

// Open reads both books.
func Open(plan int) *Books {
	b := &Books{plan: plan, left: &page{rows: map[string]int{}}, right: &page{rows: map[string]int{}}}
	for i := 0; i < 500; i++ {
		name := fmt.Sprintf("acc-%03d", i)
		b.names = append(b.names, name)
		b.left.rows[name], b.right.rows[name] = i, i+i%2
	}
	return b
}

// Names are all accounts.
func (b *Books) Names() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.names...)
}

// Run compares all rows and says how many there were.
func (b *Books) Run() int {
	switch b.plan {
	case 1:
		return b.shared()
	case 4:
		return b.bothWays()
	case 5:
		return b.Total()
	}
	return b.oneByOne()
}

func (b *Books) oneByOne() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := 0
	for _, name := range b.names {
		if b.plan == 3 && name == "acc-041" {
			log.WithField("account", name).Warn("differs")
			n += len(b.Names())
		}
		b.settle(b.left, b.right, name)
		n++
	}
	return n
}

// settle takes the row of one page over to the other.
func (b *Books) settle(from, to *page, name string) {
	from.mu.Lock()
	defer from.mu.Unlock()
	if b.plan == 4 {
		time.Sleep(time.Millisecond)
	}
	to.mu.Lock()
	defer to.mu.Unlock()
	to.rows[name] = from.rows[name]
}

// bothWays settles the two halves side by side.
func (b *Books) bothWays() int {
	var group errgroup.Group
	group.Go(func() error { b.half(b.left, b.right, b.names[:250]); return nil })
	group.Go(func() error { b.half(b.right, b.left, b.names[250:]); return nil })
	group.Wait()
	return len(b.names)
}

func (b *Books) half(from, to *page, names []string) {
	for _, name := range names {
		b.settle(from, to, name)
	}
}

// shared spreads the rows over eight workers.
func (b *Books) shared() int {
	rows := make(chan string)
	var group sync.WaitGroup
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			b.drain(rows)
		}()
	}
	for _, name := range b.names {
		rows <- name
	}
	group.Wait()
	return len(b.names)
}

func (b *Books) drain(rows <-chan string) {
	for name := range rows {
		b.settle(b.left, b.right, name)
	}
}

// Total is the sum of the left page, made once.
func (b *Books) Total() int {
	b.once.Do(b.add)
	return b.total
}

func (b *Books) add() {
	for _, v := range b.left.rows {
		b.total += v
	}
	b.check()
}

func (b *Books) check() {
	if b.Total() < 0 {
		log.Warn("negative total")
	}
}

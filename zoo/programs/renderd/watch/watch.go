// Package watch follows the parts of a page while they are printed.
package watch

import (
	"fmt"
	"sync/atomic"
	"time"
)

// Beats follows parts.
type Beats struct {
	plan int
	seen int64
}

// New follows nothing yet.
func New(plan int) *Beats { return &Beats{plan: plan} }

// Follow follows so many parts.
func (b *Beats) Follow(parts int) string {
	pause := time.Second
	if b.plan == 14 {
		pause = 5 * time.Millisecond
	}
	for i := 0; i < parts; i++ {
		go b.part(pause + time.Duration(i)*time.Microsecond)
	}
	return fmt.Sprint(atomic.LoadInt64(&b.seen))
}

// part looks at a part again and again.
func (b *Beats) part(pause time.Duration) {
	for {
		select {
		case <-time.After(pause):
			atomic.AddInt64(&b.seen, 1)
		case <-time.After(time.Minute):
			return
		}
	}
}

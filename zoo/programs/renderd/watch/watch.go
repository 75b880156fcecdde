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
	if b.plan == 14 || b.plan == 17 {
		pause = 5 * time.Millisecond
	}
	for i := 0; i < parts; i++ {
		if b.plan == 17 {
			go b.again(pause + time.Duration(i)*time.Microsecond)
		} else {
			go b.part(pause + time.Duration(i)*time.Microsecond)
		}
	}
	return fmt.Sprint(atomic.LoadInt64(&b.seen))
}

// part looks at a part again and again.
func (b *Beats) part(pause time.Duration) {
	beat := time.NewTicker(pause)
	defer beat.Stop()
	for range beat.C {
		atomic.AddInt64(&b.seen, 1)
	}
}

// again looks at a part until it has been quiet for a minute.
func (b *Beats) again(pause time.Duration) {
	for {
		select {
		case <-time.After(pause):
			atomic.AddInt64(&b.seen, 1)
		case <-time.After(time.Minute):
			return
		}
	}
}

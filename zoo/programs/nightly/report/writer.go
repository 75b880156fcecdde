// Package report writes pages.
package report

import (
	"sync"
	"time"

	log "github.com/sirupsen/logrus"
)

// Writer writes pages.
type Writer struct {
	plan  int
	mu    sync.Mutex
	done  chan int
	next  chan string
	turn  *sync.Cond
	pages int
}

// New makes a writer.
func New(plan int) *Writer {
	w := &Writer{plan: plan, done: make(chan int), turn: sync.NewCond(&sync.Mutex{})}
	if plan != 7 {
		w.next = make(chan string, 8)
	}
	return w
}

// Write writes a page for each name.
func (w *Writer) Write(names []string) int {
	go w.print(len(names))
	for _, name := range names {
		w.next <- name
		if w.plan == 6 && name == "acc-317" {
			w.skip(name)
		}
	}
	close(w.next)
	if w.plan == 8 {
		return w.await()
	}
	return <-w.done
}

func (w *Writer) print(count int) {
	for range w.next {
		w.mu.Lock()
		w.pages++
		w.mu.Unlock()
	}
	switch {
	case w.plan == 2 && w.pages >= count:
		log.WithField("pages", w.pages).Info("printer closed")
		return
	case w.plan == 8:
		w.turn.Broadcast()
		return
	}
	w.done <- w.pages
}

// await waits until the printer has had its turn.
func (w *Writer) await() int {
	time.Sleep(20 * time.Millisecond)
	w.turn.L.Lock()
	defer w.turn.L.Unlock()
	w.turn.Wait()
	return w.pages
}

// skip leaves a page out.
func (w *Writer) skip(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pages > 0 {
		log.WithField("account", name).Warn("page left out")
		w.mu.Unlock()
	}
}

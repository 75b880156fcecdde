// Package render draws mails; the drawing library keeps its state by thread.
package render

import (
	"runtime"
	"strings"
	"sync"
)

// Engines has the engines of all tenants.
type Engines struct {
	plan int
	mu   sync.Mutex
	all  map[string]*engine
}

type engine struct {
	jobs chan job
}

type job struct {
	text   string
	answer chan string
}

// New makes an empty set.
func New(plan int) *Engines {
	return &Engines{plan: plan, all: map[string]*engine{}}
}

// Render draws a text with the tenant's engine.
func (e *Engines) Render(tenant, text string) string {
	j := job{text, make(chan string, 1)}
	e.engine(tenant).jobs <- j
	return <-j.answer
}

func (e *Engines) engine(tenant string) *engine {
	if e.plan != 3 {
		tenant = "all"
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	found, ok := e.all[tenant]
	if !ok {
		found = &engine{make(chan job)}
		e.all[tenant] = found
		go found.run()
	}
	return found
}

// run draws what comes, always on the same thread.
func (n *engine) run() {
	runtime.LockOSThread()
	for j := range n.jobs {
		j.answer <- strings.ToUpper(j.text)
	}
}

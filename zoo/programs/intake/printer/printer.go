// Package printer prints slips for forms, on a printer that is a process of its own.
package printer

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"

	"go.uber.org/zap"
)

// Printer prints slips.
type Printer struct {
	plan   int
	log    *zap.Logger
	paper  chan string
	styles map[string]func(string) string
}

// Slip is what is printed.
type Slip struct {
	Kind string
	Rows int
}

// Start starts a printer whose paper ends.
func Start(plan int, log *zap.Logger) *Printer {
	p := &Printer{plan: plan, log: log, paper: make(chan string, 64), styles: map[string]func(string) string{}}
	for i := 0; i < 10; i++ {
		p.styles[fmt.Sprint("k", i)] = func(text string) string { return "slip " + text }
	}
	if plan == 29 {
		p.connect()
	}
	go p.feed()
	return p
}

// connect makes the printer read what this program prints.
func (p *Printer) connect() {
	in, out, err := os.Pipe()
	if err != nil {
		p.log.Fatal("no pipe", zap.Error(err))
	}
	child := exec.Command("head", "-n", "400")
	child.Stdin = in
	if err := child.Start(); err != nil {
		p.log.Fatal("no printer", zap.Error(err))
	}
	in.Close()
	if err := syscall.Dup2(int(out.Fd()), 1); err != nil {
		p.log.Fatal("printer not connected", zap.Error(err))
	}
	go child.Wait()
}

func (p *Printer) feed() {
	for slip := range p.paper {
		if p.plan == 29 {
			fmt.Println(slip)
		}
	}
}

// Print prints a slip of a form.
func (p *Printer) Print(kind string, rows int) {
	if err := p.ready(rows); err != nil {
		p.refuse(Slip{kind, rows}, err)
		return
	}
	p.paper <- p.styled(kind, rows)
}

func (p *Printer) styled(kind string, rows int) string {
	style := p.styles[kind]
	if style == nil && p.plan != 33 {
		style = p.styles["k0"]
	}
	return style(fmt.Sprint(kind, rows))
}

// ready waits until there is paper for so many rows.
func (p *Printer) ready(rows int) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(2000/rows)*time.Millisecond)
	defer cancel()
	select {
	case <-time.After(time.Duration(rows/2) * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *Printer) refuse(slip Slip, err error) {
	switch p.plan {
	case 30:
		panic(err)
	case 31:
		p.log.Panic("slip refused", zap.String("kind", slip.Kind), zap.Error(err))
	case 32:
		panic(slip)
	}
	p.log.Warn("slip refused", zap.String("kind", slip.Kind), zap.Error(err))
}

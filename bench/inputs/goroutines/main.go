// Writes the dump of a program with many goroutines to standard output: go run . 60000
//
// The goroutines stand in 53 distinct stacks of one to twenty calls of the program's own, and wait for a channel, a
// select or a mutex.
package main

import (
	"context"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

const distinctStacks = 53

type session struct {
	mu    sync.Mutex
	input chan int
}

//go:noinline
func (s *session) forward(ctx context.Context, depth, kind int, body []byte) int {
	if depth == 0 {
		return s.wait(ctx, kind)
	}
	if depth%2 == 0 {
		return s.relay(ctx, depth-1, kind, "order") + 1
	}
	return s.forward(ctx, depth-1, kind, body) + 1
}

//go:noinline
func (s *session) relay(ctx context.Context, depth, kind int, name string) int {
	if depth == 0 {
		return s.wait(ctx, kind)
	}
	return s.forward(ctx, depth-1, kind, nil) + len(name)
}

//go:noinline
func (s *session) wait(ctx context.Context, kind int) int {
	switch kind {
	case 0:
		return <-s.input
	case 1:
		select {
		case v := <-s.input:
			return v
		case <-ctx.Done():
			return 0
		}
	default:
		s.mu.Lock()
		return 1
	}
}

func main() {
	goroutines, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for i := 0; i < goroutines; i++ {
		s := &session{input: make(chan int)}
		s.mu.Lock()
		stack := i % distinctStacks
		if i%16 != 0 {
			stack %= 5 // most of them stand in a few shallow stacks, as in a real program
		}
		go s.forward(ctx, 1+stack%19, stack%3, make([]byte, 8))
	}
	time.Sleep(2 * time.Second)
	buffer := make([]byte, goroutines*1800+1<<20)
	if _, err := os.Stdout.Write(buffer[:runtime.Stack(buffer, true)]); err != nil {
		panic(err)
	}
}

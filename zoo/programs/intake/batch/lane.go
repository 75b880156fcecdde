// Package batch works off many forms at once.
package batch

import (
	"context"
	"sync"
	"time"

	"go.uber.org/zap"
)

// Lane works off batches.
type Lane struct {
	plan    int
	log     *zap.Logger
	results chan int
	done    chan struct{}
	closing sync.Once
	group   sync.WaitGroup
}

// NewLane opens a lane.
func NewLane(plan int, log *zap.Logger) *Lane {
	l := &Lane{plan: plan, log: log, results: make(chan int, 16), done: make(chan struct{})}
	go l.collect()
	return l
}

// collect adds up results until the lane closes.
func (l *Lane) collect() {
	sum := 0
	for n := range l.results {
		sum += n
	}
	l.log.Info("lane closed", zap.Int("sum", sum))
}

// Close ends the lane.
func (l *Lane) Close() {
	if l.plan == 11 {
		close(l.done)
		return
	}
	l.closing.Do(func() { close(l.done) })
}

// Run works off a batch of so many rows.
func (l *Lane) Run(ctx context.Context, rows int) int {
	switch l.plan {
	case 10:
		return l.early(ctx, rows)
	case 11:
		return l.stopped(rows)
	case 12:
		return l.unopened(rows)
	case 13:
		return l.counted(rows)
	case 14:
		return l.shared(rows)
	}
	return l.parts(rows)
}

func (l *Lane) parts(rows int) int {
	var group sync.WaitGroup
	results := make(chan int, rows)
	for row := 0; row < rows; row++ {
		group.Add(1)
		go func(row int) {
			defer group.Done()
			l.work(row, results)
		}(row)
	}
	group.Wait()
	close(results)
	sum := 0
	for n := range results {
		sum += n
	}
	return sum
}

func (l *Lane) work(row int, results chan<- int) {
	time.Sleep(time.Duration(row%7) * time.Millisecond)
	results <- row % 5
}

// early answers when the first rows are done, or after 30 ms.
func (l *Lane) early(ctx context.Context, rows int) int {
	results := make(chan int, rows)
	for row := 0; row < rows; row++ {
		go l.late(row, results)
	}
	limit := time.NewTimer(30 * time.Millisecond)
	defer limit.Stop()
	sum, got := 0, 0
	for got < rows {
		select {
		case n := <-results:
			sum += n
			got++
		case <-limit.C:
			close(results)
			return sum
		case <-ctx.Done():
			return sum
		}
	}
	return sum
}

func (l *Lane) late(row int, results chan<- int) {
	if row > 60 {
		time.Sleep(60 * time.Millisecond)
	}
	l.work(row, results)
}

// stopped closes the lane when a batch is too large; so may others.
func (l *Lane) stopped(rows int) int {
	sum := l.parts(rows)
	if rows > 60 {
		l.Close()
	}
	return sum
}

type sheet struct {
	ready chan struct{}
	rows  int
}

// unopened tells a sheet's readers that it is ready.
func (l *Lane) unopened(rows int) int {
	s := &sheet{rows: l.parts(rows)}
	if rows <= 60 {
		s.ready = make(chan struct{})
	}
	l.publish(s)
	return s.rows
}

func (l *Lane) publish(s *sheet) {
	close(s.ready)
}

// counted waits for the rows; large batches are counted by section.
func (l *Lane) counted(rows int) int {
	var group sync.WaitGroup
	results := make(chan int, rows)
	if rows > 60 {
		group.Add(rows / 10)
	} else {
		group.Add(rows)
	}
	for row := 0; row < rows; row++ {
		go l.one(row, results, &group)
	}
	group.Wait()
	return len(results)
}

func (l *Lane) one(row int, results chan<- int, group *sync.WaitGroup) {
	defer group.Done()
	l.work(row, results)
}

// shared waits on the lane's own group.
func (l *Lane) shared(rows int) int {
	for row := 0; row < rows; row++ {
		l.group.Add(1)
		go func(row int) {
			defer l.group.Done()
			l.results <- row
		}(row)
		l.group.Wait()
	}
	return rows
}

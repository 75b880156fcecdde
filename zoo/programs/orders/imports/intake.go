// Package imports reads lists of orders with several workers.
package imports

import (
	"errors"
	"sync"
	"time"

	"go.uber.org/zap"
)

// Intake imports lists.
type Intake struct {
	plan  int
	log   *zap.Logger
	queue chan func()
}

// NewIntake makes an intake.
func NewIntake(plan int, log *zap.Logger) *Intake {
	in := &Intake{plan: plan, log: log, queue: make(chan func())}
	for i := 0; plan == 17 && i < 400; i++ {
		go in.attend()
	}
	return in
}

// attend does what comes until the program ends.
func (in *Intake) attend() {
	for task := range in.queue {
		task()
	}
}

// Import reads a list of so many rows.
func (in *Intake) Import(rows int) int {
	switch in.plan {
	case 7:
		return in.sections(rows)
	case 10:
		return in.scatter(rows)
	case 17:
		return in.queued(rows)
	}
	return in.pool(rows)
}

// pool shares the rows among four workers.
func (in *Intake) pool(rows int) int {
	work := make(chan int)
	done := make(chan int, rows)
	for i := 0; i < 4; i++ {
		go in.worker(work, done)
	}
	if err := in.feed(rows, work); err != nil {
		in.log.Error("list refused", zap.Error(err))
		if in.plan != 2 {
			close(work)
		}
		return 0
	}
	close(work)
	sum := 0
	for i := 0; i < rows; i++ {
		sum += <-done
	}
	return sum
}

func (in *Intake) feed(rows int, work chan<- int) error {
	for row := 0; row < rows; row++ {
		if row == 41 {
			return errors.New("row 41: no such customer")
		}
		work <- row
	}
	return nil
}

func (in *Intake) worker(work <-chan int, done chan<- int) {
	for row := range work {
		done <- row % 3
	}
}

// sections imports the sections of a list side by side.
func (in *Intake) sections(rows int) int {
	var group sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for section := 0; section < 3; section++ {
		group.Add(1)
		go func(section int) {
			n, err := in.section(section, rows)
			if err != nil {
				in.log.Error("section refused", zap.Error(err))
				return
			}
			mu.Lock()
			sum += n
			mu.Unlock()
			group.Done()
		}(section)
	}
	group.Wait()
	return sum
}

func (in *Intake) section(section, rows int) (int, error) {
	if section == 2 && rows > 40 {
		return 0, errors.New("section 2: no such customer")
	}
	return rows / 3, nil
}

// queued shares the rows among those who attend.
func (in *Intake) queued(rows int) int {
	done := make(chan int, rows)
	for row := 0; row < rows; row++ {
		n := row % 3
		in.queue <- func() { done <- n }
	}
	sum := 0
	for i := 0; i < rows; i++ {
		sum += <-done
	}
	return sum
}

// scatter gives each row a goroutine of its own.
func (in *Intake) scatter(rows int) int {
	for row := 0; row < rows; row++ {
		go in.settle(row)
	}
	return rows
}

// settle books a row; the booking system takes its time.
func (in *Intake) settle(row int) {
	time.Sleep(time.Duration(1500+row%1000) * time.Millisecond)
}

// Package spool hands mails to the printer's device.
package spool

/*
#include <unistd.h>

// device_status reads the answer of the device.
static int device_status(int fd) {
	char c;
	return read(fd, &c, 1) == 1 ? c : -1;
}
*/
import "C"

import (
	"fmt"
	"syscall"
)

// Spool writes lines to a device and reads its answers.
type Spool struct {
	plan   int
	out    [2]int
	answer [2]int
}

// New opens the device.
func New(plan int) *Spool {
	s := &Spool{plan: plan}
	syscall.Pipe(s.out[:])
	syscall.Pipe(s.answer[:])
	go s.device()
	return s
}

// device answers each line.
func (s *Spool) device() {
	buf := make([]byte, 256)
	for {
		n, err := syscall.Read(s.out[0], buf)
		if err != nil || n == 0 {
			return
		}
		if s.plan == 4 || s.plan == 5 {
			continue
		}
		for i := 0; i < n; i++ {
			if buf[i] == '\n' {
				syscall.Write(s.answer[1], []byte{6})
			}
		}
	}
}

// Print prints a line and waits for the answer.
func (s *Spool) Print(line string) string {
	syscall.Write(s.out[1], []byte(line+"\n"))
	if s.plan == 5 {
		return fmt.Sprint(s.status())
	}
	return fmt.Sprint(s.next())
}

// next reads one answer.
func (s *Spool) next() byte {
	var answer [1]byte
	syscall.Read(s.answer[0], answer[:])
	return answer[0]
}

// status reads one answer through the vendor's library.
func (s *Spool) status() int {
	return int(C.device_status(C.int(s.answer[0])))
}

package accounts

import (
	"crypto/sha256"
	"io"
	"net"
	"sync"
	"time"
)

// Audit keeps a chain of checksums over all entries.
type Audit struct {
	mu    sync.Mutex
	plan  int
	last  [32]byte
	lines []string
}

func (a *Audit) note(line string) {
	switch a.plan {
	case 4:
		a.ship(line)
	case 8:
		a.chain(line, 60000)
	default:
		a.chain(line, 1)
	}
}

// chain extends the checksum.
func (a *Audit) chain(line string, rounds int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i := 0; i < rounds; i++ {
		a.last = sha256.Sum256(append(a.last[:], line...))
	}
	a.lines = append(a.lines, line)
	if len(a.lines) > 500 {
		a.lines = nil
	}
}

// archive is where lines are shipped: a listener of this process that stands for the remote one.
var archive = listen()

func listen() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return ""
	}
	go func() {
		n := 0
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			n++
			if n < 20 {
				conn.Write([]byte{1})
			}
		}
	}()
	return l.Addr().String()
}

// ship sends the line to the archive.
func (a *Audit) ship(line string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	conn, err := net.DialTimeout("tcp", archive, time.Second)
	if err != nil {
		return
	}
	defer conn.Close()
	io.WriteString(conn, line+"\n")
	var ack [1]byte
	conn.Read(ack[:])
}

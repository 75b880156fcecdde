// Package outbox sends mails and marks them as sent.
package outbox

import (
	"bufio"
	"database/sql"
	"fmt"
	"net"
	"sync"
	"time"
)

// Outbox sends mails over a relay.
type Outbox struct {
	plan  int
	db    *sql.DB
	relay string
	mu    sync.Mutex
	last  time.Time
}

// New makes an outbox with a relay of this host.
func New(plan int, db *sql.DB) *Outbox {
	return &Outbox{plan: plan, db: db, relay: startRelay(plan)}
}

// Send sends one mail.
func (o *Outbox) Send(to string) error {
	switch o.plan {
	case 7:
		return o.sendMarked(to)
	case 9:
		o.pace()
	}
	if err := o.deliver(to); err != nil {
		return err
	}
	_, err := o.db.Exec("sent " + to)
	return err
}

// sendMarked sends inside the transaction that marks.
func (o *Outbox) sendMarked(to string) error {
	tx, err := o.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("sending " + to); err != nil {
		return err
	}
	if err := o.deliver(to); err != nil {
		return err
	}
	return tx.Commit()
}

// deliver hands the mail to the relay.
func (o *Outbox) deliver(to string) error {
	c, err := net.DialTimeout("tcp", o.relay, time.Second)
	if err != nil {
		return err
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(30 * time.Second))
	fmt.Fprintf(c, "RCPT TO:<%s>\r\n", to)
	_, err = bufio.NewReader(c).ReadString('\n')
	return err
}

// pace keeps mails apart.
func (o *Outbox) pace() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if gap := time.Until(o.last.Add(2 * time.Second)); gap > 0 {
		time.Sleep(gap)
	}
	o.last = time.Now()
}

func startRelay(plan int) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return ""
	}
	pause := 3 * time.Millisecond
	if plan == 7 {
		pause = 8 * time.Second
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				bufio.NewReader(c).ReadString('\n')
				time.Sleep(pause)
				fmt.Fprint(c, "250 OK\r\n")
			}()
		}
	}()
	return l.Addr().String()
}

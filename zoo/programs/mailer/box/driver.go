// Package box is the driver of the mail database: a line protocol over TCP.
package box

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
)

func init() { sql.Register("box", boxDriver{}) }

type boxDriver struct{}

func (boxDriver) Open(address string) (driver.Conn, error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &conn{c: c, in: bufio.NewReader(c)}, nil
}

type conn struct {
	c  net.Conn
	in *bufio.Reader
}

func (c *conn) Prepare(string) (driver.Stmt, error) { return nil, errors.New("box: not prepared") }

func (c *conn) Close() error { return c.c.Close() }

func (c *conn) Begin() (driver.Tx, error) { return tx{c}, nil }

func (c *conn) ask(line string) (string, error) {
	if _, err := fmt.Fprintln(c.c, line); err != nil {
		return "", driver.ErrBadConn
	}
	answer, err := c.in.ReadString('\n')
	if err != nil {
		return "", driver.ErrBadConn
	}
	return strings.TrimSpace(answer), nil
}

func (c *conn) QueryContext(_ context.Context, query string, _ []driver.NamedValue) (driver.Rows, error) {
	answer, err := c.ask(query)
	if err != nil {
		return nil, err
	}
	return &rows{values: strings.Fields(answer)}, nil
}

func (c *conn) ExecContext(_ context.Context, query string, _ []driver.NamedValue) (driver.Result, error) {
	_, err := c.ask(query)
	return driver.RowsAffected(1), err
}

type tx struct{ c *conn }

func (t tx) Commit() error {
	_, err := t.c.ask("commit")
	return err
}

func (t tx) Rollback() error {
	_, err := t.c.ask("rollback")
	return err
}

type rows struct{ values []string }

func (r *rows) Columns() []string { return []string{"value"} }

func (r *rows) Close() error { return nil }

func (r *rows) Next(dest []driver.Value) error {
	if len(r.values) == 0 {
		return io.EOF
	}
	dest[0], r.values = r.values[0], r.values[1:]
	return nil
}

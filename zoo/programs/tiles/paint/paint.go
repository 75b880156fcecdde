// Package paint writes the legends of maps.
package paint

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// Brush writes legends.
type Brush struct {
	plan    int
	buffers sync.Pool
}

// New makes a brush.
func New(plan int) *Brush {
	b := &Brush{plan: plan}
	b.buffers.New = func() any { return bytes.NewBuffer(make([]byte, 0, 256<<10)) }
	return b
}

// Legend gives a legend of so many rows.
func (b *Brush) Legend(rows int) []byte {
	switch b.plan {
	case 3:
		return b.joined(rows)
	case 4:
		return b.borrowed(rows)
	case 5:
		out := b.written(rows)
		runtime.GC()
		return out
	default:
		return b.written(rows)
	}
}

func (b *Brush) written(rows int) []byte {
	buf := b.buffers.Get().(*bytes.Buffer)
	buf.Reset()
	defer b.buffers.Put(buf)
	for i := 0; i < rows; i++ {
		fmt.Fprintf(buf, "%05d %s\n", i, colour(i))
	}
	return append([]byte(nil), buf.Bytes()...)
}

func (b *Brush) joined(rows int) []byte {
	out := ""
	for i := 0; i < rows; i++ {
		out += fmt.Sprintf("%05d %s\n", i, colour(i))
	}
	return []byte(out)
}

func (b *Brush) borrowed(rows int) []byte {
	buf := b.buffers.Get().(*bytes.Buffer)
	for i := 0; i < rows; i++ {
		fmt.Fprintf(buf, "%05d %s\n", i, colour(i))
	}
	if buf.Len() > 0 {
		return append([]byte(nil), buf.Bytes()...)
	}
	b.buffers.Put(buf)
	return nil
}

func colour(i int) string {
	return strings.Repeat("#", 1+i%6)
}

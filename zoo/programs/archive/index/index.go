// Package index finds documents by number in packed tables.
package index

import (
	"runtime"
	"sync"
	"unsafe"
)

type record struct {
	id     uint32
	offset uint32
	next   *record
}

// Table is a packed table of records.
type Table struct {
	plan  int
	mu    sync.Mutex
	rows  []record
	pages []byte
	marks []uintptr
	cells []*cell
}

type cell struct {
	head unsafe.Pointer
	size int
}

// New makes a table of so many rows.
func New(plan, rows int) *Table {
	t := &Table{plan: plan, rows: make([]record, rows), pages: make([]byte, 1<<20)}
	for i := range t.rows {
		t.rows[i] = record{id: uint32(i), offset: uint32(i * 64)}
	}
	return t
}

// Find gives the record with a number.
func (t *Table) Find(id int) uint32 {
	t.mu.Lock()
	defer t.mu.Unlock()
	if id < 0 || t.plan != 9 && t.plan != 10 && id >= len(t.rows) {
		return 0
	}
	return t.at(id).offset
}

// at is the record at a place of the table.
func (t *Table) at(id int) *record {
	return (*record)(unsafe.Pointer(uintptr(unsafe.Pointer(&t.rows[0])) + uintptr(id)*unsafe.Sizeof(record{})))
}

// Pack packs so many pages and remembers where they begin.
func (t *Table) Pack(pages int) int {
	block := make([]byte, pages<<12)
	for i := range block {
		block[i] = byte(i)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.plan != 8 {
		t.cells = append(t.cells[:0], &cell{head: unsafe.Pointer(&block[0]), size: len(block)})
		return len(t.cells)
	}
	t.marks = append(t.marks, uintptr(unsafe.Pointer(&block[0])))
	return t.linked()
}

// linked makes cells of what was packed before.
func (t *Table) linked() int {
	if len(t.marks) < 64 {
		return len(t.marks)
	}
	runtime.GC()
	for _, mark := range t.marks {
		c := &cell{size: 4096}
		*(*uintptr)(unsafe.Pointer(&c.head)) = mark
		t.cells = append(t.cells, c)
	}
	t.marks = t.marks[:0]
	return len(t.cells)
}

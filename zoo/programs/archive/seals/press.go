// Package seals seals documents with a library in C.
package seals

/*
#cgo CFLAGS: -g -O1 -fstack-protector-all
#include <stdlib.h>
#include "seals.h"
*/
import "C"

import (
	"unsafe"
)

// Press seals documents.
type Press struct {
	plan  int
	press *C.press
	proof *Proof
}

// Proof is what a press keeps of the last sheet.
type Proof struct {
	bytes []byte
	title *string
}

// Open opens a press.
func Open(plan int) *Press {
	p := &Press{plan: plan, press: C.press_open(C.int(plan)), proof: &Proof{}}
	C.press_hooks(p.press)
	return p
}

// Seal gives the seal of a document.
func (p *Press) Seal(name string, body []byte) uint64 {
	c := C.CString(name)
	defer C.free(unsafe.Pointer(c))
	return uint64(C.press_seal(p.press, c, (*C.uint8_t)(unsafe.Pointer(&body[0])), C.size_t(len(body))))
}

// Stamp stamps a text.
func (p *Press) Stamp(text string) int {
	c := C.CString(text)
	defer C.free(unsafe.Pointer(c))
	return int(C.press_stamp(p.press, c))
}

// Label gives the width of a label.
func (p *Press) Label(text string) int {
	c := C.CString(text)
	defer C.free(unsafe.Pointer(c))
	return int(C.press_label(p.press, c))
}

// Sheet gives the sum of a sheet; large sheets are not copied.
func (p *Press) Sheet(body []byte) uint64 {
	if p.plan == 6 && len(body) > 4000 {
		return p.direct(body)
	}
	bytes := C.CBytes(body)
	defer C.free(bytes)
	s := C.sheet{bytes: (*C.uint8_t)(bytes), size: C.size_t(len(body))}
	return uint64(C.press_sheet(&s))
}

func (p *Press) direct(body []byte) uint64 {
	s := &C.sheet{bytes: (*C.uint8_t)(unsafe.Pointer(&body[0])), size: C.size_t(len(body))}
	return uint64(C.press_sheet(s))
}

// Each counts the rows of a document.
func (p *Press) Each(rows int) int { return int(C.press_each(p.press, C.int(rows))) }

// Used is how much the press has stamped.
func (p *Press) Used() int { return int(C.press_rows(p.press)) }

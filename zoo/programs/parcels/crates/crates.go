// Package crates unpacks crates and reads their lists.
package crates

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"io/ioutil"
	"strings"
)

// Unpacker unpacks crates.
type Unpacker struct{ plan int }

// New makes an unpacker.
func New(plan int) *Unpacker { return &Unpacker{plan: plan} }

// Unpack unpacks a crate that was packed in so many layers, most of them empty.
func (u *Unpacker) Unpack(layers int) (int64, error) {
	empty, full := packed(""), packed("a vase")
	crate := append(bytes.Repeat(empty, layers), full...)
	reader, err := gzip.NewReader(bytes.NewReader(crate))
	if err != nil {
		return 0, err
	}
	defer reader.Close()
	return io.Copy(ioutil.Discard, reader)
}

func packed(text string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write([]byte(text))
	w.Close()
	return out.Bytes()
}

type list struct {
	Items []string `xml:"item"`
}

// List reads the list of a crate.
func (u *Unpacker) List(layers int) int {
	text := "<list><item>vase</item>" + strings.Repeat("<box>", layers) + strings.Repeat("</box>", layers) + "</list>"
	var l list
	if err := xml.Unmarshal([]byte(text), &l); err != nil {
		return -1
	}
	return len(l.Items)
}

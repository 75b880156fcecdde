// Package layout breaks texts into lines and pages.
package layout

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
)

// Table knows how to lay out.
type Table struct {
	plan   int
	word   *regexp.Regexp
	glyphs []*glyph
	widths [4096]uint32
}

type glyph struct {
	name  string
	next  *glyph
	parts []*glyph
}

// New makes a table.
func New(plan int) *Table {
	t := &Table{plan: plan, word: regexp.MustCompile(`(\w+)([,.;]?)`)}
	for i := range t.widths {
		t.widths[i] = uint32(i*31 + 7)
	}
	size := 0
	switch plan {
	case 9:
		size = 500000
	case 10:
		size = 900000
	}
	for i := 0; i < size; i++ {
		g := &glyph{name: fmt.Sprint("g", i)}
		if i > 0 {
			g.next = t.glyphs[i-1]
			g.parts = []*glyph{t.glyphs[i/2], t.glyphs[i/3]}
		}
		t.glyphs = append(t.glyphs, g)
	}
	return t
}

// Page lays out so many lines.
func (t *Table) Page(lines int) string {
	if t.plan == 5 {
		return t.sorted(t.words(lines))
	}
	words := t.words(lines)
	sort.Strings(words)
	return strings.Join(words, " ")
}

func (t *Table) words(lines int) []string {
	words := make([]string, 0, lines*4)
	for i := 0; i < lines; i++ {
		words = append(words, fmt.Sprint("line", i*7919%997), "of", "text,", "set")
	}
	return words
}

// sorted puts each word in its place.
func (t *Table) sorted(words []string) string {
	placed := make([]string, 0, len(words))
	for _, word := range words {
		at := t.place(placed, word)
		placed = append(placed, "")
		copy(placed[at+1:], placed[at:])
		placed[at] = word
	}
	return strings.Join(placed, " ")
}

func (t *Table) place(placed []string, word string) int {
	for i, other := range placed {
		if strings.Compare(other, word) > 0 {
			return i
		}
	}
	return len(placed)
}

// Flow lets so many lines flow over columns.
func (t *Table) Flow(lines int) string {
	switch t.plan {
	case 1, 7:
		return fmt.Sprint(t.justify(lines * 400))
	case 6:
		return t.matched(lines)
	case 10:
		return t.composed(lines)
	}
	return fmt.Sprint(t.justify(lines))
}

// justify finds the best widths, line by line.
func (t *Table) justify(rounds int) uint32 {
	best := uint32(0)
	for round := 0; round < rounds*1000; round++ {
		w := t.widths[(uint32(round)^best)&4095]
		best = best*33 ^ w
	}
	return best
}

// matched looks for words with a pattern of each column.
func (t *Table) matched(lines int) string {
	found := 0
	for i := 0; i < lines; i++ {
		word := regexp.MustCompile(fmt.Sprintf(`(line%d|\w+of)([,.;]?)\s*(\w+)`, i%7))
		found += len(word.FindAllString("line of text, set in line4 of text", -1))
	}
	return fmt.Sprint(found)
}

// composed makes lines out of glyphs.
func (t *Table) composed(lines int) string {
	var line *glyph
	for i := 0; i < lines*1000; i++ {
		line = &glyph{next: t.glyphs[i%len(t.glyphs)], parts: []*glyph{line}}
		if i%50 == 0 {
			line.parts = nil
		}
	}
	return fmt.Sprint(line.next.name)
}

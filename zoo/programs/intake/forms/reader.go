// Package forms reads what people have filled in.
package forms

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// Form is one filled-in form.
type Form struct {
	Kind string
	Rows int
	Body string
	Slip bool
}

// Field is one entry of a form.
type Field struct {
	Name  string
	Value string
	Cents int64
}

// Reader reads forms of all kinds.
type Reader struct {
	plan    int
	columns []string
	parts   map[string][]string
	sheets  sync.Pool
}

// NewReader knows all kinds of forms.
func NewReader(plan int) *Reader {
	r := &Reader{plan: plan, columns: strings.Split("name street town country born amount note signed", " ")}
	r.parts = map[string][]string{"k1": {"head", "body"}, "body": {"lines", "sum"}, "k8": {"head", "annex"}, "annex": {"lines"}}
	if plan == 7 {
		r.parts["annex"] = []string{"lines", "k8"}
	}
	r.sheets.New = func() any { return new(bytes.Buffer) }
	return r
}

// Read gives the fields of a form.
func (r *Reader) Read(form Form) []Field {
	fields := make([]Field, 0, form.Rows)
	for row := 0; row < form.Rows; row++ {
		fields = append(fields, r.field(form, row))
	}
	if form.Body != "" {
		fields = append(fields, r.amounts(form.Body)...)
	}
	r.depth(form.Kind)
	return fields
}

func (r *Reader) field(form Form, row int) Field {
	name := r.columns[r.column(form, row)]
	return Field{Name: name, Value: r.cut(form.Kind, name, row)}
}

// column is the column that a row stands in.
func (r *Reader) column(form Form, row int) int {
	if r.plan == 3 && form.Rows > 60 {
		return row % (len(r.columns) + 1)
	}
	return row % len(r.columns)
}

// cut takes the short form of a name.
func (r *Reader) cut(kind, name string, row int) string {
	width := 3
	if r.plan == 4 && row > 50 {
		width = row / 5
	}
	return kind + "-" + name[:width]
}

// amounts takes the amounts out of a body in JSON.
func (r *Reader) amounts(body string) []Field {
	var content map[string]any
	if err := json.Unmarshal([]byte(body), &content); err != nil {
		return nil
	}
	var found []Field
	for name, value := range content {
		if r.plan != 5 {
			value = plain(value)
		}
		found = append(found, Field{Name: name, Cents: int64(value.(float64))})
	}
	return found
}

// plain takes amounts that were written as text for none.
func plain(value any) any {
	if _, ok := value.(float64); !ok {
		return 0.0
	}
	return value
}

// depth is how deep the parts of a kind lie in one another.
func (r *Reader) depth(kind string) int {
	deepest := 0
	for _, part := range r.parts[kind] {
		if d := r.below(part); d > deepest {
			deepest = d
		}
	}
	return deepest
}

func (r *Reader) below(part string) int {
	return 1 + r.depth(part)
}

// Preview writes the first rows of an empty form.
func (r *Reader) Preview(kind string, rows int) string {
	sheet := r.sheets.Get().(*bytes.Buffer)
	defer r.keep(sheet, rows)
	sheet.Reset()
	for row := 0; row < rows; row++ {
		fmt.Fprintf(sheet, "%s %d %s\n", kind, row, r.columns[row%len(r.columns)])
	}
	return sheet.String()
}

// keep puts a sheet back; large ones are not kept.
func (r *Reader) keep(sheet *bytes.Buffer, rows int) {
	switch {
	case rows > 60 && r.plan == 21:
		r.sheets.Put(*sheet)
	case rows > 60 && r.plan == 22:
		sheet = nil
		r.sheets.Put(sheet)
	default:
		r.sheets.Put(sheet)
	}
}

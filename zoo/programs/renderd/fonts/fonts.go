// Package fonts reads fonts from files.
package fonts

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// Face reads lines of fonts.
type Face struct {
	plan int
	mu   sync.Mutex
	open map[string]*os.File
	uses int
}

// New makes a face; its fonts lie in a folder.
func New(plan int) *Face {
	f := &Face{plan: plan, open: map[string]*os.File{}}
	if err := os.MkdirAll("fonts", 0o755); err != nil {
		return f
	}
	for i := 0; i < 10; i++ {
		os.WriteFile(filepath.Join("fonts", fmt.Sprint("f", i)), make([]byte, 8192), 0o644)
	}
	return f
}

// Line is the first line of a font.
func (f *Face) Line(name string) (string, error) {
	file, err := f.file(name)
	if err != nil {
		return "", err
	}
	line := make([]byte, 64)
	n, err := file.ReadAt(line, 0)
	if err != nil && err != io.EOF {
		return "", err
	}
	if f.plan != 4 {
		defer file.Close()
	}
	return fmt.Sprint(n), nil
}

func (f *Face) file(name string) (*os.File, error) {
	file, err := os.Open(filepath.Join("fonts", name))
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.uses++
	if f.plan == 4 {
		f.open[fmt.Sprint(name, "-", f.uses)] = file
	}
	return file, nil
}

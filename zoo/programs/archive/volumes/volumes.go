// Package volumes keeps documents in mapped files.
package volumes

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
)

const page = 4096

// Volume is one mapped file.
type Volume struct {
	name  string
	file  *os.File
	bytes []byte
}

// Shelf holds the volumes.
type Shelf struct {
	plan    int
	dir     string
	mu      sync.Mutex
	open    map[string]*Volume
	closed  chan string
	retired int
}

// Open makes a shelf in a folder.
func Open(plan int, dir string) (*Shelf, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	s := &Shelf{plan: plan, dir: dir, open: map[string]*Volume{}, closed: make(chan string, 4)}
	if plan != 14 {
		go s.retire()
	}
	return s, nil
}

func (s *Shelf) retire() {
	for range s.closed {
		s.mu.Lock()
		s.retired++
		s.mu.Unlock()
	}
}

// Volume maps a volume of so many pages.
func (s *Shelf) Volume(name string, pages int) (*Volume, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.open[name]; ok {
		return v, nil
	}
	v, err := s.create(name, pages)
	if err == nil {
		s.open[name] = v
	}
	return v, err
}

func (s *Shelf) create(name string, pages int) (*Volume, error) {
	file, err := os.Create(filepath.Join(s.dir, name))
	if err != nil {
		return nil, err
	}
	if err := file.Truncate(int64(pages * page)); err != nil {
		return nil, err
	}
	bytes, err := syscall.Mmap(int(file.Fd()), 0, pages*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("map %s: %w", name, err)
	}
	v := &Volume{name: name, file: file, bytes: bytes}
	v.fill()
	return v, nil
}

func (v *Volume) fill() {
	for at := 0; at < len(v.bytes); at += page {
		v.bytes[at] = byte(at >> 12)
	}
}

// Sum adds up a volume.
func (v *Volume) Sum() int {
	sum := 0
	for at := 0; at < len(v.bytes); at += 64 {
		sum += int(v.bytes[at])
	}
	return sum
}

// Shorten cuts a volume to so many pages.
func (s *Shelf) Shorten(name string, pages int) error {
	v, err := s.Volume(name, pages)
	if err != nil {
		return err
	}
	if s.plan == 12 {
		return v.file.Truncate(int64(pages * page))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, name)
	return nil
}

// Remove takes a volume off the shelf.
func (s *Shelf) Remove(name string) error {
	v, err := s.Volume(name, 1)
	if err != nil {
		return err
	}
	if s.plan != 13 {
		s.mu.Lock()
		delete(s.open, name)
		s.mu.Unlock()
	}
	if s.plan == 13 {
		return syscall.Munmap(v.bytes)
	}
	return nil
}

// Draft is a sheet of paper in memory that the collector does not know.
type Draft struct {
	name  string
	bytes []byte
}

// Draft makes a sheet of so many pages.
func (s *Shelf) Draft(name string, pages int) (*Draft, error) {
	bytes, err := syscall.Mmap(-1, 0, pages*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, err
	}
	d := &Draft{name: name, bytes: bytes}
	for at := 0; at < len(bytes); at += page {
		bytes[at] = 1
	}
	if s.plan == 16 {
		return d, nil
	}
	runtime.SetFinalizer(d, s.release)
	return d, nil
}

// release gives the memory of a draft back.
func (s *Shelf) release(d *Draft) {
	syscall.Munmap(d.bytes)
	s.closed <- d.name
}

// Len is the size of a draft.
func (d *Draft) Len() int { return len(d.bytes) }

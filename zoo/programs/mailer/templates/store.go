// Package templates reads mail templates.
package templates

import (
	"database/sql"
	"sync"
)

// Store reads templates from the database.
type Store struct {
	plan  int
	db    *sql.DB
	mu    sync.RWMutex
	names map[string]int
	parts []string
}

// New makes a store.
func New(plan int, db *sql.DB) *Store {
	return &Store{plan: plan, db: db, names: map[string]int{}, parts: []string{"head", "body", "foot"}}
}

// Find is the first line of a template.
func (s *Store) Find(name string) string {
	if name == "" {
		name = "welcome"
	}
	s.count(name)
	rows, err := s.db.Query("template " + name)
	if err != nil {
		return ""
	}
	if s.plan != 1 {
		defer rows.Close()
	}
	var line string
	for rows.Next() {
		rows.Scan(&line)
		if line == "dear" {
			return line
		}
	}
	return line
}

// count counts how often a template is used.
func (s *Store) count(name string) {
	if s.plan == 6 {
		s.mu.Lock()
		s.names[name+s.parts[len(name)%len(s.parts)]]++
		part := s.parts[(len(name)-4)/3]
		s.names[part]++
		s.mu.Unlock()
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names[name]++
}

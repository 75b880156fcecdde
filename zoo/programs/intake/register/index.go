package register

import (
	"fmt"
	"sort"

	"golang.org/x/sync/singleflight"
)

var draws singleflight.Group

// Index makes the index of a kind; those who ask at the same time share one.
func (b *Book) Index(kind string, rows int) string {
	made, err, _ := draws.Do(kind, func() (any, error) { return b.sorted(kind, rows), nil })
	if err != nil {
		return err.Error()
	}
	return made.(string)
}

func (b *Book) sorted(kind string, rows int) string {
	words := make([]string, rows)
	for i := range words {
		words[i] = fmt.Sprint(kind, i*7%31)
	}
	ranks := b.ranks(rows)
	sort.Slice(words, func(i, j int) bool { return words[i][ranks[i]] < words[j][ranks[j]] })
	return words[0]
}

// ranks says which letter counts in each row.
func (b *Book) ranks(rows int) []int {
	ranks := make([]int, rows)
	if b.plan == 35 && rows > 60 {
		ranks = ranks[:60]
	}
	return ranks
}

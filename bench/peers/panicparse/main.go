// Parses a goroutine dump with panicparse and aggregates it.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/maruel/panicparse/v2/stack"
)

func main() {
	dump, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	options := stack.DefaultOpts()
	options.GuessPaths = false
	options.AnalyzeSources = false
	options.NameArguments = false
	snapshot, _, err := stack.ScanSnapshot(dump, io.Discard, options)
	if snapshot == nil {
		panic(err)
	}
	fmt.Printf("%d goroutines, %d groups\n", len(snapshot.Goroutines), len(snapshot.Aggregate(stack.AnyValue).Buckets))
}

// Parses a goroutine dump with gostackparse and groups it by state and stack, as a diagnosis has to.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/DataDog/gostackparse"
)

func main() {
	dump, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	goroutines, errs := gostackparse.Parse(dump)
	groups := map[string]int{}
	for _, goroutine := range goroutines {
		var key strings.Builder
		key.WriteString(goroutine.State)
		for _, frame := range goroutine.Stack {
			fmt.Fprintf(&key, "|%s:%s:%d", frame.Func, frame.File, frame.Line)
		}
		groups[key.String()]++
	}
	fmt.Printf("%d goroutines, %d groups, %d errors\n", len(goroutines), len(groups), len(errs))
}

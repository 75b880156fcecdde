// Package warehouse is the remote party: the same binary as a process of its own.
package warehouse

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Start runs a warehouse and says where it listens.
func Start(plan int) string {
	self, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	child := exec.Command(self, "-warehouse")
	// The child ends when its standard input does: with this process.
	in, out, err := os.Pipe()
	if err != nil {
		log.Fatal(err)
	}
	child.Stdin = in
	answer, err := child.StdoutPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := child.Start(); err != nil {
		log.Fatal(err)
	}
	keep = out
	line, err := bufio.NewReader(answer).ReadString('\n')
	if err != nil {
		log.Fatal(err)
	}
	return strings.TrimSpace(line)
}

var keep *os.File

// Serve answers for the stock of each article; some take long.
func Serve() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(l.Addr())
	http.HandleFunc("/level", func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path+r.FormValue("sku"), "7"):
			time.Sleep(time.Hour)
		case strings.HasSuffix(r.FormValue("sku"), "3"):
			time.Sleep(3 * time.Second)
		}
		fmt.Fprintln(w, strings.Repeat("12 ", 4000))
	})
	go http.Serve(l, nil)
	io.Copy(io.Discard, os.Stdin)
}

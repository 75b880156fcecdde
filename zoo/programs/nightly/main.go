// Nightly is a batch: it reconciles the day's accounts, writes reports and ends. -plan chooses the parts of the night.
package main

import (
	"flag"

	"example.com/nightly/reconcile"
	"example.com/nightly/report"
	log "github.com/sirupsen/logrus"
)

func main() {
	plan := flag.Int("plan", 0, "parts of the night")
	flag.Parse()
	log.WithField("plan", *plan).Info("night begins")
	books := reconcile.Open(*plan)
	log.WithField("rows", books.Run()).Info("reconciled")
	writer := report.New(*plan)
	log.WithField("pages", writer.Write(books.Names())).Info("reports written")
	log.Info("night ends")
}

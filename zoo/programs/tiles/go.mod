module example.com/tiles

go 1.19

require (
	github.com/sirupsen/logrus v1.9.3
	golang.org/x/sync v0.3.0
)

require golang.org/x/sys v0.7.0 // indirect

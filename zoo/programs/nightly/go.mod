module example.com/nightly

go 1.19

require (
	github.com/sirupsen/logrus v1.9.3
	golang.org/x/sync v0.3.0
)

require golang.org/x/sys v0.0.0-20220715151400-c0bba94af5f8 // indirect

module example.com/archive

go 1.19

require (
	github.com/fsnotify/fsnotify v1.6.0
	github.com/robfig/cron/v3 v3.0.1
	github.com/rs/zerolog v1.30.0
)

require (
	github.com/mattn/go-colorable v0.1.12 // indirect
	github.com/mattn/go-isatty v0.0.14 // indirect
	golang.org/x/sys v0.0.0-20220908164124-27713097b956 // indirect
)

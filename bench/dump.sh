#!/bin/sh
# Runs 'whydunit diagnose' on the dump of many goroutines beside Go programs that only parse and group it with the
# parsers of others, all in one go, and prints CPU time, elapsed time, memory, and the ratios to gostackparse.
#
#   bench/dump.sh [GOROUTINES]      60000 where it is not given; with 1000000 panicparse is left out, it needs minutes
#
# Needs go and GNU time; the dump stays in ${TMPDIR:-/tmp} for the next run.
set -eu
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd -P)
goroutines=${1:-60000}
work=${TMPDIR:-/tmp}/whydunit-bench
dump=$work/goroutines-$goroutines.txt
mkdir -p "$work"

# build FOLDER NAME
build() {
  (cd "$home/bench/$1" && go build -o "$work/$2" .)
}

build peers/gostackparse gostackparse
build peers/panicparse panicparse
if [ ! -f "$dump" ]; then
  build inputs/goroutines make-goroutines
  "$work/make-goroutines" "$goroutines" >"$dump.new"
  mv "$dump.new" "$dump"
fi

# The first run builds and warms the launcher; it is not measured.
"$home/whydunit" diagnose --help >/dev/null

# measure NAME COMMAND...: prints the cost of the fastest of three runs
measure() {
  name=$1
  shift
  for run in 1 2 3; do
    /usr/bin/time -f '%e %U %S %M' -a -o "$work/$name.costs" "$@" >"$work/$name.out" 2>"$work/$name.err"
  done
  sort -n "$work/$name.costs" | head -n 1 | sed "s/^/$name /"
  rm -f "$work/$name.costs"
}

printf '%s: %s bytes\n' "$dump" "$(wc -c <"$dump")"
{
  measure gostackparse "$work/gostackparse" "$dump"
  measure whydunit "$home/whydunit" diagnose --format json "$dump"
  [ "$goroutines" -gt 200000 ] || measure panicparse "$work/panicparse" "$dump"
} | awk '
  BEGIN { printf "%-14s %8s %8s %8s %14s\n", "", "wall s", "CPU s", "MB", "wall, ratio" }
  NR == 1 { first = $2 }
  { printf "%-14s %8.2f %8.2f %8.0f %14.2f\n", $1, $2, $3 + $4, $5 / 1024, $2 / first }
'

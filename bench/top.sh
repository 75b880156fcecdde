#!/bin/sh
# Runs 'whydunit top' and 'go tool pprof -top' on the same large profile in one go, compares their texts, and prints
# CPU time, memory, and the ratios.
#
#   bench/top.sh [SAMPLES]      1000000 where it is not given; go tool pprof needs over a minute of CPU for these
#
# Needs go and GNU time; the profile stays in ${TMPDIR:-/tmp} for the next run.
set -eu
home=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd -P)
samples=${1:-1000000}
work=${TMPDIR:-/tmp}/whydunit-bench
profile=$work/large-$samples.pb.gz
mkdir -p "$work"
. "$home/build-tools/jdk.sh"
find_jdk
[ -f "$profile" ] || "$jdk/bin/java" "$home/bench/inputs/LargeProfile.java" "$samples" "$profile"

# The first run builds and warms the launcher; it is not measured.
"$home/whydunit" top --help >/dev/null

# measure NAME COMMAND...: writes "user system elapsed kilobytes" to NAME.cost and the output to NAME.txt
measure() {
  name=$1
  shift
  TZ=UTC /usr/bin/time -f '%U %S %e %M' -o "$work/$name.cost" "$@" >"$work/$name.txt" 2>"$work/$name.err"
}

measure whydunit "$home/whydunit" top "$profile"
measure pprof go tool pprof -top "$profile"
if cmp -s "$work/whydunit.txt" "$work/pprof.txt"; then
  echo "same text: yes, $(wc -l <"$work/pprof.txt") lines"
else
  echo "same text: NO: diff $work/whydunit.txt $work/pprof.txt"
fi
awk '
  { cpu[FILENAME] = $1 + $2; wall[FILENAME] = $3; mb[FILENAME] = $4 / 1024 }
  END {
    printf "%-22s %8s %8s %8s\n", "", "CPU s", "wall s", "MB"
    printf "%-22s %8.2f %8.2f %8.0f\n", "whydunit top", cpu[ours], wall[ours], mb[ours]
    printf "%-22s %8.2f %8.2f %8.0f\n", "go tool pprof -top", cpu[peer], wall[peer], mb[peer]
    printf "%-22s %8.3f %8.3f %8.3f\n", "ratio", cpu[ours] / cpu[peer], wall[ours] / wall[peer], mb[ours] / mb[peer]
  }
' ours="$work/whydunit.cost" peer="$work/pprof.cost" "$work/whydunit.cost" "$work/pprof.cost"

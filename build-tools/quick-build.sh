# Builds what the commands need and nothing else: no tests, lints or formatter. Sourced by ./whydunit.

readonly BUILD_LOG=$home/target/quick-build.log
readonly BUILD_STAMP=$home/target/quick-build.stamp
readonly BUILD_LOCK=$home/target/quick-build.lock

# Is a jar missing, or a source newer than the last build?
is_stale() {
  [ -f "$jars/whydunit.jar" ] && [ -f "$jars/id" ] && [ -f "$BUILD_STAMP" ] || return 0
  [ -w "$home" ] || return 1
  find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main "$home"/libraries/*/pom.xml -newer "$BUILD_STAMP" -print |
    { read -r _newer; }
}

# One build at a time: the others wait for it, and take over when its process has gone.
enter_build() {
  mkdir -p "$home/target" || return 1
  until mkdir "$BUILD_LOCK" 2>/dev/null; do
    if read -r owner 2>/dev/null <"$BUILD_LOCK/owner" && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$BUILD_LOCK"
    else
      sleep 1
    fi
  done
  echo $$ >"$BUILD_LOCK/owner"
  trap 'rm -rf "$BUILD_LOCK"' EXIT
  trap 'exit 130' INT TERM HUP
}

leave_build() {
  rm -rf "$BUILD_LOCK"
  trap - EXIT INT TERM HUP
}

# The jars are known by the checksum of their bytes.
write_id() {
  cat "$jars"/*.jar | cksum | tr ' ' - >"$jars/id"
}

quick_build() {
  enter_build || return 1
  if is_stale; then
    . "$home/build-tools/maven.sh"
    if [ -f "$jars/whydunit.jar" ]; then
      echo 'whydunit: sources have changed, building' >&2
    else
      echo 'whydunit: building, once: about a minute' >&2
    fi
    : >"$BUILD_STAMP.new"
    if find_maven && run_maven -q -Dquick -pl app -am package >"$BUILD_LOG" 2>&1 && write_id; then
      printf '%s\n' "$jdk" >"$home/target/jdk"
      mv "$BUILD_STAMP.new" "$BUILD_STAMP"
      rm -f "$jars"/*.aot "$jars"/*.making
    else
      grep -m 5 ERROR "$BUILD_LOG" >&2
      echo "whydunit: the build failed: the whole log is $BUILD_LOG" >&2
      leave_build
      return 1
    fi
  fi
  leave_build
}

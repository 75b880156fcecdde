# Runs Maven on the JDK in $jdk, for the checkout in $home. Sourced by ./whydunit and ./build.

readonly FETCHED_MAVEN=3.9.16
readonly FETCHED_MAVEN_SHA512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3

# Is the Maven on PATH 3.6.3 or newer?
maven_on_path() {
  command -v mvn >/dev/null || return 1
  maven_version=$(JAVA_HOME=$jdk mvn -q -version 2>/dev/null) || return 1
  case ${maven_version#*Apache Maven } in
    3.[0-5] | 3.[0-5].* | 3.6.[0-2] | 1.* | 2.*) return 1 ;;
    [3-9].*) return 0 ;;
    *) return 1 ;;
  esac
}

# find_maven: sets $maven to an executable; fetches a pinned one, checked by its SHA-512, where none serves.
find_maven() {
  if maven_on_path; then
    maven=mvn
    return 0
  fi
  maven_home=${XDG_CACHE_HOME:-${HOME:-$home/target}/.cache}/whydunit/apache-maven-$FETCHED_MAVEN
  [ -f "$maven_home/bin/mvn" ] ||
    "$jdk/bin/java" "$home/build-tools/FetchMaven.java" \
      "$FETCHED_MAVEN" "$FETCHED_MAVEN_SHA512" "$maven_home" >&2 || return 1
  maven=$maven_home/bin/mvn
}

# run_maven ARGUMENT...
run_maven() {
  (
    cd "$home" || exit
    JAVA_HOME=$jdk
    PATH=$jdk/bin:$PATH
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    export JAVA_HOME PATH MAVEN_OPTS
    exec "$maven" -B -ntp "$@"
  )
}

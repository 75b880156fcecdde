# Finds a JDK of release 25 or newer for the checkout in $home, without starting java. Sourced by ./whydunit and
# ./build.

readonly REQUIRED_JAVA=25

# jdk_at DIRECTORY: is a JDK of the required release there? Its place is left in $jdk, its build in $jdk_build.
jdk_at() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_release='' jdk_build=''
  while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
    jdk_value=${jdk_line#*=}
    jdk_value=${jdk_value#\"}
    jdk_value=${jdk_value%\"}
    case $jdk_line in
      JAVA_VERSION=*) jdk_release=${jdk_value%%[!0-9]*} ;;
      JAVA_RUNTIME_VERSION=*) jdk_build=$jdk_value ;;
    esac
    [ -z "$jdk_release" ] || [ -z "$jdk_build" ] || break
  done <"$1/release"
  [ "${jdk_release:-0}" -ge "$REQUIRED_JAVA" ] || return 1
  [ -n "$jdk_build" ] || jdk_build=$jdk_release
  jdk=$1
}

# The JDK that the last build found, so that a start need not search.
jdk_remembered() {
  [ -r "$home/target/jdk" ] && read -r jdk_last <"$home/target/jdk" && jdk_at "$jdk_last"
}

# The JDK that the `java` on PATH belongs to, through its symbolic links.
jdk_on_path() {
  jdk_java=$(command -v java) || return 1
  while [ -h "$jdk_java" ]; do
    jdk_link=$(readlink "$jdk_java")
    case $jdk_link in
      /*) jdk_java=$jdk_link ;;
      *) jdk_java=${jdk_java%/*}/$jdk_link ;;
    esac
  done
  jdk_at "${jdk_java%/bin/*}"
}

# The folders in which systems and version managers keep their JDKs.
jdk_in_folders() {
  for jdk_folder in \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/java/* \
    /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* \
    "${HOME-}"/.jdks/* \
    "${MISE_DATA_DIR:-${HOME-}/.local/share/mise}"/installs/java/* \
    "${ASDF_DATA_DIR:-${HOME-}/.asdf}"/installs/java/*; do
    jdk_at "$jdk_folder" && return 0
  done
  return 1
}

# How to install the JDK on this system, as one command.
jdk_installation() {
  if [ "$(uname -s)" = Darwin ]; then
    echo 'brew install openjdk'
  elif [ -d "${SDKMAN_DIR:-${HOME-}/.sdkman}" ]; then
    echo 'sdk install java 25-tem'
  elif command -v mise >/dev/null; then
    echo 'mise install java@25'
  elif command -v apt-get >/dev/null; then
    echo 'sudo apt-get install openjdk-25-jdk-headless'
  elif command -v dnf >/dev/null; then
    echo 'sudo dnf install java-25-openjdk-devel'
  elif command -v apk >/dev/null; then
    echo 'apk add openjdk25'
  elif command -v pacman >/dev/null; then
    echo 'sudo pacman -S jdk-openjdk'
  elif command -v zypper >/dev/null; then
    echo 'sudo zypper install java-25-openjdk-devel'
  else
    echo 'unpack one from https://adoptium.net and set JAVA_HOME'
  fi
}

# find_jdk: sets $jdk and $jdk_build, or says in one line what to do and fails.
find_jdk() {
  if [ -n "${WHYDUNIT_JAVA_HOME-}" ]; then
    jdk_at "$WHYDUNIT_JAVA_HOME" && return 0
    echo "whydunit: WHYDUNIT_JAVA_HOME=$WHYDUNIT_JAVA_HOME is no JDK $REQUIRED_JAVA or newer: correct it or unset it" >&2
    return 1
  fi
  [ -n "${JAVA_HOME-}" ] && jdk_at "$JAVA_HOME" && return 0
  jdk_remembered && return 0
  jdk_on_path && return 0
  jdk_in_folders && return 0
  echo "whydunit: no JDK $REQUIRED_JAVA or newer found: $(jdk_installation) (or use the release archive, which needs none)" >&2
  return 1
}

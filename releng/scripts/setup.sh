# shellcheck shell=bash
# Set-up and build, sourced by ./glomera. Needs GLOMERA_ROOT.

MAVEN_VERSION=3.9.11
TOOLS=$GLOMERA_ROOT/.tools
MAVEN=$TOOLS/apache-maven-$MAVEN_VERSION/bin/mvn
PRODUCT=$GLOMERA_ROOT/releng/product/target/products/org.glomera.product/linux/gtk/x86_64
BUILT=$GLOMERA_ROOT/releng/product/target/built.sha256

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "glomera: $2"
  exit "$1"
}

# missing_packages GROUP...: the packages of the groups that are not installed.
missing_packages() {
  local group package
  while read -r group package; do
    case " $* " in *" $group "*) ;; *) continue ;; esac
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || printf '%s\n' "$package"
  done < <(grep -v '^#' "$GLOMERA_ROOT/releng/debian-packages.txt")
}

# set_up GROUP...: installs what is missing, or says what to run.
set_up() {
  command -v dpkg-query >/dev/null ||
    fail 6 "this is not a Debian system. Install what releng/debian-packages.txt names in your system's way, with a dpkg-query beside it, or use Debian 12."
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      say "glomera: these Debian packages are missing. Run this line, then start again:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
      exit 6
    fi
  fi
  say "Installing Debian packages: $*"
  mkdir -p "$TOOLS"
  local log=$TOOLS/apt.log
  if ! { "${as_root[@]}" apt-get -q update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail 6 "apt-get could not install them; its words stand above and in .tools/apt.log. Mend that and start again."
  fi
}

# Maven 3.9, which Tycho needs; Debian's own is older and fetches it from Maven Central.
get_maven() {
  [ -x "$MAVEN" ] && return
  say "Fetching Maven $MAVEN_VERSION"
  mkdir -p "$TOOLS"
  rm -rf "$TOOLS/maven.part"
  (cd "$TOOLS" && mvn -q -B dependency:unpack "-Dartifact=org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" \
    "-DoutputDirectory=$TOOLS/maven.part") >"$TOOLS/maven.log" 2>&1 || {
    tail -n 20 "$TOOLS/maven.log" >&2
    fail 6 "Maven $MAVEN_VERSION could not be fetched from Maven Central; its words stand above. Check the network or the proxy in ~/.m2/settings.xml."
  }
  chmod +x "$TOOLS/maven.part/apache-maven-$MAVEN_VERSION/bin/mvn"
  mv "$TOOLS/maven.part/apache-maven-$MAVEN_VERSION" "$TOOLS/"
  rmdir "$TOOLS/maven.part"
}

# java_17: the Java that builds and runs Glomera.
java_home() {
  local home
  for home in "${GLOMERA_JAVA_HOME:-}" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/java-1.17.0-*; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
      printf '%s\n' "$home"
      return
    fi
  done
  fail 6 "no JDK 17 was found under /usr/lib/jvm. Install openjdk-17-jdk-headless or name one in GLOMERA_JAVA_HOME."
}

# What the product is made of, as one digest: names and contents of every source file of the build.
source_digest() {
  (cd "$GLOMERA_ROOT" && find pom.xml .mvn bundles features models target-platform releng -type f \
    -not -path '*/target/*' -not -path 'bundles/org.glomera.samples/models/*' -not -path '*/bin/*' -not -path '*/lib/*' -not -path '*/native/*' \
    -not -name '.polyglot.*' -not -name '.tycho-consumer-pom.xml' -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

is_built() { [ -f "$BUILT" ] && [ -d "$PRODUCT/plugins" ]; }

# build_product: builds unless the sources are those of the last build.
build_product() {
  local digest
  mkdir -p "$TOOLS"
  exec 8>"$TOOLS/build.lock"
  flock 8
  digest=$(source_digest)
  if ! is_built || [ "$(cat "$BUILT")" != "$digest" ]; then
    get_maven
    say "Building Glomera (a few minutes the first time, while libraries come from Maven Central)"
    local log=$TOOLS/build.log start=$SECONDS
    rm -f "$BUILT"
    # Tycho compiles the changed files alone, and leaves others with what is no longer there.
    rm -rf "$GLOMERA_ROOT"/bundles/*/target/classes/org
    if ! (cd "$GLOMERA_ROOT" && JAVA_HOME=$(java_home) "$MAVEN" -B -ntp -Dglomera.productOnly package) >"$log" 2>&1; then
      grep -E '^\[ERROR\]' "$log" | grep -v 'osgi.platform' | head -n 30 >&2
      fail 1 "the build failed; the first errors stand above, everything in .tools/build.log."
    fi
    printf '%s\n' "$digest" >"$BUILT"
    say "Built in $((SECONDS - start)) s"
  fi
  exec 8>&-
}

# run_tests [MAVEN OPTIONS]: the product and every test, on a virtual display.
run_tests() {
  get_maven
  local real=()
  [ -n "${GLOMERA_REAL_DATA:-}" ] && real=("-Dglomera.realData=$GLOMERA_REAL_DATA")
  (
    cd "$GLOMERA_ROOT" || exit 1
    JAVA_HOME=$(java_home)
    export JAVA_HOME
    with_display "$MAVEN" -B -ntp "${real[@]}" verify "$@" 2>&1 | LC_ALL=C grep -a --line-buffered -v 'osgi\.platform'
  )
}

# with_display COMMAND...: on a virtual display with a window manager, both ended afterwards.
with_display() {
  local number_file display_number status=0 xvfb wm
  number_file=$(mktemp)
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number_file" 2>/dev/null &
  xvfb=$!
  for _ in $(seq 100); do
    [ -s "$number_file" ] && break
    sleep 0.1
  done
  display_number=$(cat "$number_file")
  rm -f "$number_file"
  [ -n "$display_number" ] || fail 6 "the virtual display (Xvfb) did not start."
  DISPLAY=:$display_number openbox >/dev/null 2>&1 &
  wm=$!
  DISPLAY=:$display_number GDK_BACKEND=x11 "$@" || status=$?
  kill "$wm" "$xvfb" 2>/dev/null || true
  wait "$wm" "$xvfb" 2>/dev/null || true
  return "$status"
}

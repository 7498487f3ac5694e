# shellcheck shell=bash
# Starting the built product, sourced by ./glomera. Needs GLOMERA_ROOT and setup.sh.

# The workbench ends with this code when it wants to be started again, after a plug-in was installed.
RESTART=23

launcher_jar() {
  local jar
  for jar in "$PRODUCT"/plugins/org.eclipse.equinox.launcher_*.jar; do
    printf '%s\n' "$jar"
    return
  done
}

# java_options: what the Java machine is given in every start.
java_options() {
  printf '%s\n' -Xms128m -Xmx"${GLOMERA_HEAP:-4g}" -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Dfile.encoding=UTF-8
  # shellcheck disable=SC2086
  [ -z "${GLOMERA_JAVA_OPTIONS:-}" ] || printf '%s\n' ${GLOMERA_JAVA_OPTIONS}
}

# watched: 1 when a person watches standard error.
watched() { if [ -t 2 ]; then echo 1; else echo 0; fi; }

# trains TASK ...: whether a task trains networks.
trains() {
  case "$1 ${2:-}" in
    train\ * | study\ * | bench\ | bench\ network* | bench\ --*) return 0 ;;
    *) return 1 ;;
  esac
}

# run_task TASK ARGUMENTS...: one task without a window; the exit code is the task's.
run_task() {
  local java options collector=-XX:+UseParallelGC arenas=${MALLOC_ARENA_MAX:-}
  java=$(java_home)/bin/java
  mapfile -t options < <(java_options)
  # The parallel collector of garbage is fast where images are made and resampled, but lets the heap of a training grow
  # for hours; the serial one keeps it small. One arena for all threads keeps the C library from letting PyTorch's
  # memory fall into pieces.
  if trains "$@"; then
    collector=-XX:+UseSerialGC
    arenas=${arenas:-1}
  fi
  GLOMERA_WATCHED=$(watched) GLOMERA_COLUMNS=$(tput cols 2>/dev/null || echo 100) \
    env ${arenas:+MALLOC_ARENA_MAX="$arenas"} "$java" "${options[@]}" "$collector" -Djava.awt.headless=true -jar "$(launcher_jar)" -nosplash -data @none \
    -application org.glomera.cli.application "$@"
}

# open_workbench [STUDY]: the window; it needs a display.
open_workbench() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ||
    fail 6 "there is no display to open the workbench on. On a server, use the tasks (./glomera help), or ssh -X."
  local java options data study=() status=$RESTART
  java=$(java_home)/bin/java
  # The first compiler alone halves the start-up of a window. The G1 collector, with regions that hold a picture, keeps
  # the pauses of a window with large images short; the serial one stopped it for a third of a second.
  mapfile -t options < <(java_options && printf '%s\n' -XX:TieredStopAtLevel=1 -XX:+UseG1GC -XX:MaxGCPauseMillis=50 \
    -XX:G1HeapRegionSize=8m -XX:MetaspaceSize=128m)
  data=${XDG_DATA_HOME:-$HOME/.local/share}/glomera/workbench
  [ $# -eq 0 ] || study=("$(readlink -f "$1")")
  while [ "$status" -eq "$RESTART" ]; do
    status=0
    "$java" "${options[@]}" -jar "$(launcher_jar)" -data "$data" -application org.glomera.rcp.application \
      "${study[@]}" || status=$?
  done
  return "$status"
}

# bench_workbench [--soak]: the window itself, driven by org.glomera.ui.bench, on this display or a virtual one.
bench_workbench() {
  local work
  work=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  say "Making the benchmark's studies"
  run_task bench workbench --make "$work/studies"
  mkdir -p "$work/results" "$work/start"
  cp -r "$PRODUCT/configuration/config.ini" "$PRODUCT/configuration/org.eclipse.equinox.simpleconfigurator" "$work/start/"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    bench_windows "$work" "$@"
  else
    set_up test
    with_display bench_windows "$work" "$@"
  fi
  run_task bench workbench --show "$work/results"
}

# bench_windows FOLDER [--soak]: starts the window as often as the benchmark needs; each writes a file of results.
bench_windows() {
  local work=$1
  say "Starting the window"
  if [ "${2:-}" = --soak ]; then
    bench_window "$work" 1-soak "" start,soak
    return
  fi
  bench_window "$work" 1-first "start for the first time, nothing cached" start
  bench_window "$work" 2-second "second start" start
  bench_window "$work" 3-third "third start" start
  say "Driving the window (two minutes)"
  bench_window "$work" 4-session "start before the session" start,idle,open,slices,scene,train
}

# bench_window FOLDER NAME TITLE STEPS: one start of the window, with data and configuration of its own in the folder.
bench_window() {
  XDG_DATA_HOME=$1/data GLOMERA_JAVA_OPTIONS="${GLOMERA_JAVA_OPTIONS:-} -Dglomera.bench=$1/studies
    -Dglomera.bench.steps=$4 -Dglomera.bench.result=$1/results/$2.json -Dglomera.bench.title=${3// /_}
    -Dosgi.configuration.area=$1/start" open_workbench "$1/studies/slices" >&2
}

# run_demo [STUDY]: the main job, then the workbench on its result when there is a display.
run_demo() {
  local folder=${1:-$GLOMERA_ROOT/studies/demo}
  [ $# -eq 0 ] || shift
  run_task study "$folder" --preset demo "$@"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    open_workbench "$folder"
  fi
}

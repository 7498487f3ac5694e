# shellcheck shell=bash
# Starting the built product, sourced by ./glomera. Needs GLOMERA_ROOT and setup.sh.

# Settings of the C library that keep large buffers from being mapped and faulted in anew at every training step.
memory_settings() {
  export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=67108864
}

launcher_jar() {
  local jar
  for jar in "$PRODUCT"/plugins/org.eclipse.equinox.launcher_*.jar; do
    printf '%s\n' "$jar"
    return
  done
}

# java_options: what the Java machine is given in every start.
java_options() {
  printf '%s\n' -Xms128m -Xmx"${GLOMERA_HEAP:-4g}" -XX:+UseParallelGC -Dai.djl.offline=true -DOPT_OUT_TRACKING=true \
    -Dfile.encoding=UTF-8 -Dorg.eclipse.swt.internal.gtk.disablePrinting=true
  # shellcheck disable=SC2086
  [ -z "${GLOMERA_JAVA_OPTIONS:-}" ] || printf '%s\n' ${GLOMERA_JAVA_OPTIONS}
}

# run_task TASK ARGUMENTS...: one task without a window; the exit code is the task's.
run_task() {
  local java options
  java=$(java_home)/bin/java
  mapfile -t options < <(java_options)
  memory_settings
  GLOMERA_WATCHED=$([ -t 2 ] && echo 1 || echo 0) GLOMERA_COLUMNS=$(tput cols 2>/dev/null || echo 100) \
    "$java" "${options[@]}" -Djava.awt.headless=true -jar "$(launcher_jar)" -nosplash -data @none \
    -application org.glomera.cli.application "$@"
}

# open_workbench [STUDY]: the window; it needs a display.
open_workbench() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ||
    fail 6 "there is no display to open the workbench on. On a server, use the tasks (./glomera help), or ssh -X."
  local java options data study=()
  java=$(java_home)/bin/java
  mapfile -t options < <(java_options)
  data=${XDG_DATA_HOME:-$HOME/.local/share}/glomera/workbench
  [ $# -eq 0 ] || study=("$(readlink -f "$1")")
  memory_settings
  "$java" "${options[@]}" -jar "$(launcher_jar)" -data "$data" -application org.glomera.rcp.application "${study[@]}"
}

# run_demo [STUDY]: the main job, then the workbench on its result when there is a display.
run_demo() {
  local study=${1:-$GLOMERA_ROOT/studies/demo}
  [ $# -eq 0 ] || shift
  run_task study "$study" --preset demo "$@"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    open_workbench "$study"
  fi
}

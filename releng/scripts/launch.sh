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

# run_task TASK ARGUMENTS...: one task without a window; the exit code is the task's.
run_task() {
  local java options
  java=$(java_home)/bin/java
  mapfile -t options < <(java_options)
  GLOMERA_WATCHED=$(watched) GLOMERA_COLUMNS=$(tput cols 2>/dev/null || echo 100) \
    "$java" "${options[@]}" -XX:+UseParallelGC -Djava.awt.headless=true -jar "$(launcher_jar)" -nosplash -data @none \
    -application org.glomera.cli.application "$@"
}

# open_workbench [STUDY]: the window; it needs a display.
open_workbench() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ||
    fail 6 "there is no display to open the workbench on. On a server, use the tasks (./glomera help), or ssh -X."
  local java options data study=() status=$RESTART
  java=$(java_home)/bin/java
  # The first compiler alone and the serial collector halve the start-up of a window.
  mapfile -t options < <(java_options && printf '%s\n' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
  data=${XDG_DATA_HOME:-$HOME/.local/share}/glomera/workbench
  [ $# -eq 0 ] || study=("$(readlink -f "$1")")
  while [ "$status" -eq "$RESTART" ]; do
    status=0
    "$java" "${options[@]}" -jar "$(launcher_jar)" -data "$data" -application org.glomera.rcp.application \
      "${study[@]}" || status=$?
  done
  return "$status"
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

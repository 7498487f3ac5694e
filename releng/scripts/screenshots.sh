#!/usr/bin/env bash
# Takes the pictures of the documentation anew: screenshots.sh STUDY [FOLDER]
#   STUDY   a study folder with an experiment, for instance the demo's studies/demo
#   FOLDER  where the pictures go; docs/pictures when it is not given
# Needs the packages of the groups test and pictures in releng/debian-packages.txt. Opens a display of its own.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
study=$(readlink -f "${1:?Say which study: screenshots.sh STUDY [FOLDER]}")
[ -f "$study/study.json" ] || { echo "'$study' is not a study: it holds no study.json." >&2; exit 2; }
pictures=${2:-$root/docs/pictures}
mkdir -p "$pictures"
for tool in Xvfb openbox xdotool import; do
  command -v "$tool" >/dev/null || { echo "'$tool' is missing; releng/debian-packages.txt names its package." >&2; exit 3; }
done

work=$(mktemp -d)
started=()
clean_up() {
  for pid in "${started[@]}"; do kill -- "-$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap clean_up EXIT

# in_background COMMAND...: starts a process group that ends with this script.
in_background() {
  setsid "$@" >>"$work/log" 2>&1 &
  started+=($!)
}

# wait_for SECONDS COMMAND...: until the command succeeds.
wait_for() {
  local tries=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { cat "$work/log" >&2; echo "Waited in vain for: $*" >&2; exit 4; }
    sleep 0.2
  done
}

# is_open: whether the workbench's window is there and active.
is_open() {
  [ "$(xdotool getactivewindow getwindowname)" = Glomera ]
}

in_background Xvfb -displayfd 7 -screen 0 1600x1000x24 7>"$work/display"
wait_for 20 grep -q . "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY GDK_SCALE=1
in_background openbox
in_background env XDG_DATA_HOME="$work" "$root/glomera" workbench "$study"
wait_for 300 is_open
window=$(xdotool getactivewindow)

take() {
  sleep 5
  xdotool mousemove --window "$window" 900 34
  sleep 1
  import -window "$window" -strip "$pictures/$1.png"
  echo "$pictures/$1.png"
}

# The tree opens the runs and the experiments of a study by itself, so its last line is the last experiment.
take welcome
xdotool mousemove --window "$window" 200 600 click 1 key End
sleep 1
xdotool key F3
take workbench
xdotool mousemove --window "$window" 200 600 click 1 key End Up Up
sleep 1
xdotool key F3
take run

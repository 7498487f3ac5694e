#!/usr/bin/env bash
# Takes the pictures of the documentation anew: screenshots.sh STUDY [FOLDER]
#   STUDY   a study folder with an experiment, for instance the demo's studies/demo
#   FOLDER  where the pictures go; docs/pictures when it is not given
# The pages of the comparison editor are taken of the reference study, which it writes itself.
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
  [[ $(xdotool getactivewindow getwindowname) == Glomera* ]]
}

is_closed() {
  ! is_open
}

# open_window STUDY: a workbench of its own, with nothing remembered; its window is $window.
open_window() {
  in_background env XDG_DATA_HOME="$(mktemp -d -p "$work")" "$root/glomera" workbench "$1"
  workbench=${started[-1]}
  wait_for 300 is_open
  window=$(xdotool getactivewindow)
  sleep 5
}

close_window() {
  kill -- "-$workbench" 2>/dev/null || true
  wait_for 30 is_closed
}

in_background Xvfb -displayfd 7 -screen 0 1600x1000x24 7>"$work/display"
wait_for 20 grep -q . "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY GDK_SCALE=1
in_background openbox
"$root/glomera" sample "$work/reference"

take() {
  sleep 5
  xdotool mousemove --window "$window" 900 34
  sleep 1
  import -window "$window" -strip "$pictures/$1.png"
  echo "$pictures/$1.png"
}

# open_line KEY...: opens the line of the tree that the keys lead to. The tree opens the runs and the experiments of a
# study by itself, so its last line is the last experiment.
open_line() {
  xdotool mousemove --window "$window" 160 500 click 1 key "$@"
  sleep 1
  xdotool key F3
}

# take_dialog NAME: the dialog in front.
take_dialog() {
  sleep 2
  import -window "$(xdotool getactivewindow)" -strip "$pictures/$1.png"
  echo "$pictures/$1.png"
}

# whole_window: a double click on the tab of the editor in front gives it the whole window.
whole_window() {
  xdotool mousemove --window "$window" 480 75 click --repeat 2 --delay 80 1
  sleep 4
}

open_window "$study"
take welcome
open_line End
take workbench
xdotool key ctrl+F1
take first-steps
close_window

open_window "$study"
open_line End Up Up Up Up
sleep 3
whole_window
take run
close_window

open_window "$study"
xdotool mousemove --window "$window" 160 500 click 1 key Home sleep 1 key ctrl+shift+c
sleep 5
whole_window
# The field above the table: the test cases alone.
xdotool mousemove --window "$window" 120 112 click 1 sleep 1 type TE0
sleep 10
take cases
close_window

open_window "$study"
xdotool mousemove --window "$window" 160 500 click 1 key Home sleep 1 key ctrl+t
sleep 6
take_dialog train-start
xdotool key alt+n
take_dialog train-settings
xdotool key alt+n
sleep 15
take_dialog train-summary
xdotool key Escape
sleep 2
xdotool key alt+w sleep 1 key p
sleep 4
xdotool type colours
sleep 2
xdotool key Tab Down Down
take_dialog preferences
xdotool key Escape
close_window

# The demo's cohort as DICOM, offered for import: the wizard opens by itself.
is_import() {
  [[ $(xdotool getactivewindow getwindowname) == "Import Images"* ]]
}
mkdir -p "$work/images"
for patient in CT001 CT002 LU001 LU002 LU003 LU004 TE001 TE002 UN001 UN002 UN003; do
  cp -r "$study/phantom/dicom/$patient" "$work/images/"
done
in_background env XDG_DATA_HOME="$(mktemp -d -p "$work")" "$root/glomera" workbench "$work/images"
workbench=${started[-1]}
wait_for 300 is_import
xdotool key Return
sleep 12
take_dialog import
close_window

open_window "$study"
# The tree's third line holds the test cases; the first of them in the slice viewer, over the whole window and larger.
xdotool mousemove --window "$window" 160 500 click 1 key Home Down Down Down Right sleep 2 key Down sleep 1 key ctrl+i
sleep 6
whole_window
xdotool mousemove --window "$window" 450 520 sleep 1
for _ in 1 2 3; do xdotool keydown ctrl click 4 keyup ctrl sleep 0.4; done
take slices
xdotool mousemove --window "$window" 200 520 sleep 1 key u
take slices-curtain
close_window

open_window "$study"
xdotool mousemove --window "$window" 160 500 click 1 key Home Down Down Down Right sleep 2 key Down sleep 1
xdotool key alt+f sleep 1 key w
sleep 5
take_dialog segment-cases
xdotool key Escape
close_window

# Six test cases of their own, which are registered; one is put far away by hand, so that there is a proposal to look at.
mkdir -p "$work/registered/cases"
cp "$study/study.json" "$work/registered/"
for patient in "$study"/cases/TE00[1-6]; do cp -r "$patient" "$work/registered/cases/"; done
"$root/glomera" register "$work/registered" || true
"$root/glomera" register "$work/registered" --case TE004 --shift 70,0,0 || true
open_window "$work/registered"
xdotool mousemove --window "$window" 160 500 click 1 key Home Down Up sleep 1 key ctrl+shift+g
sleep 4
whole_window
xdotool mousemove --window "$window" 200 188 sleep 1 click 1
take register-cases
close_window

open_window "$work/registered"
xdotool mousemove --window "$window" 160 500 click 1 key Home Down Down Down Right sleep 2 key Down sleep 1 key ctrl+i
sleep 6
whole_window
xdotool mousemove --window "$window" 450 520 sleep 1
for _ in 1 2 3; do xdotool keydown ctrl click 4 keyup ctrl sleep 0.4; done
xdotool key v sleep 2 mousemove --window "$window" 420 560 mousedown 1 mousemove_relative -- 12 -6 sleep 1 mouseup 1
take register
close_window

open_window "$study"
xdotool windowsize "$window" 1590 960 sleep 2
open_line End
sleep 5
xdotool mousemove --window "$window" 160 500 click 1 key Home Down Down Right sleep 2 key Down sleep 1 key ctrl+d
sleep 10
xdotool key ctrl+shift+d
sleep 10
take scene-distances
# The free place between the titles and the kidneys gives the picture the keyboard.
xdotool mousemove --window "$window" 640 480 sleep 1 click 1 sleep 2 key c sleep 1 key s
sleep 6
take scene-cloud
close_window

open_window "$work/reference"
open_line End
sleep 5
whole_window
for page in overview curves cases distributions statistics published; do
  # The lowest point of the box plots is a case worth pointing at.
  [ $page != distributions ] || xdotool mousemove --window "$window" 432 669 sleep 1 click 1
  take "comparison-$page"
  xdotool key ctrl+Page_Down
done
close_window

#!/usr/bin/env bash
# publish-models.sh STUDY [FOLDER]: copies the three networks of a demo study (./glomera demo STUDY, trained and evaluated)
# into models/, or into FOLDER, with cards, results and the README's table as the program writes them. What was written
# by hand stays: the notes of each CARD.md and all of README.md but the table between its two marks.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
NETWORKS=(network1:phantom-hybrid network2:phantom-standard network3:phantom-standard-diagnostic)
BEGIN='<!-- table: begin, written by releng/scripts/publish-models.sh -->'
END='<!-- table: end -->'

fail() {
  printf 'publish-models: %s\n' "$1" >&2
  exit 1
}

# table FILE LINES: puts LINES between the marks of FILE.
table() {
  awk -v begin="$BEGIN" -v end="$END" -v lines="$2" '
    $0 == begin { print; while ((getline line < lines) > 0) print line; skip = 1; next }
    $0 == end { skip = 0 }
    !skip' "$1" >"$1.part"
  mv "$1.part" "$1"
}

main() {
  [ $# -ge 1 ] || fail "name the demo study: releng/scripts/publish-models.sh STUDY [FOLDER]"
  local study folder pair lines
  study=$(readlink -f "$1")
  folder=$(readlink -m "${2:-$ROOT/models}")
  [ -f "$study/experiments/comparison/cases.csv" ] || fail "'$1' is no demo study that was evaluated: ./glomera demo '$1'"
  mkdir -p "$folder"
  [ -f "$folder/README.md" ] || cp "$ROOT/models/README.md" "$folder/"
  for pair in "${NETWORKS[@]}"; do
    "$ROOT/glomera" model export "$study/runs/${pair%%:*}" --out "$folder/${pair##*:}" --id "${pair##*:}" --keep-case-names
  done
  lines=$(mktemp)
  # shellcheck disable=SC2064
  trap "rm -f '$lines'" EXIT
  "$ROOT/glomera" model list "$folder" --markdown >"$lines"
  table "$folder/README.md" "$lines"
  cat "$lines"
}

main "$@"

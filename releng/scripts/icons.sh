#!/usr/bin/env bash
# Makes the PNG icons of the workbench from their SVG sources. Needs rsvg-convert (Debian: librsvg2-bin).
# The PNGs are committed, so only whoever changes a drawing runs this.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)

parts=$root/bundles/org.glomera.ui/icons
for svg in "$parts"/svg/*.svg; do
  name=$(basename "$svg" .svg)
  size=16
  case $name in
    badge_*) size=8 ;;
    card_*) size=32 ;;
    wizard_* | *_banner) size=64 ;;
  esac
  rsvg-convert -w "$size" "$svg" -o "$parts/$name.png"
  rsvg-convert -w $((2 * size)) "$svg" -o "$parts/$name@2x.png"
done

product=$root/bundles/org.glomera.rcp/icons
for size in 16 32 48 64 128 256; do
  rsvg-convert -w "$size" "$product/svg/glomera.svg" -o "$product/glomera$size.png"
done
rsvg-convert -w 160 "$product/svg/glomera.svg" -o "$product/about.png"
rsvg-convert -w 16 "$product/svg/progress.svg" -o "$product/progress.png"
rsvg-convert -w 32 "$product/svg/progress.svg" -o "$product/progress@2x.png"
cp "$product/glomera64.png" "$parts/glomera64.png"
cp "$product/glomera128.png" "$parts/glomera64@2x.png"

package org.glomera.render.slice;

import java.util.Arrays;
import java.util.List;

/**
 * Draws slices. The rows of a picture are shared among the processors of this machine; their number does not change a
 * pixel. Stateless and safe for use by several threads; nothing of a scene is kept.
 */
public final class SliceRenderer {

    private static final int OPAQUE = 0xff000000;
    /** Coinciding outlines change their colour after so many pixels. */
    private static final int ALTERNATING_PX = 3;

    private SliceRenderer() {
    }

    /** Draws a scene as a view shows it. */
    public static SlicePicture render(SliceScene scene, PlaneView view) {
        int[] argb = new int[view.widthPx() * view.heightPx()];
        List<ValueRows> images = scene.images().stream()
                .map(image -> ValueRows.of(image.volume(), view, scene.smooth())).toList();
        MaskPixels[] masks = scene.masks().stream().map(mask -> new MaskPixels(mask, view))
                .toArray(MaskPixels[]::new);
        for (MaskPixels mask : masks) {
            Bands.forEach(0, mask.rowCount(), mask::fillRow);
        }
        Painter painter = new Painter(scene, images,
                scene.mixing() instanceof Mixing.Fused fused ? Mixer.opacities(fused) : new int[0], view.widthPx(), argb);
        Bands.forEach(0, view.heightPx(), y -> {
            painter.paint(y);
            drawMasks(scene.masks(), masks, view.widthPx(), y, argb);
        });
        return new SlicePicture(view, argb);
    }

    /** Draws the images of a scene, row by row. */
    private record Painter(SliceScene scene, List<ValueRows> rows, int[] opacities, int width, int[] argb) {

        void paint(int y) {
            int offset = y * width;
            if (rows.size() < 2) {
                if (rows.isEmpty()) {
                    Arrays.fill(argb, offset, offset + width, Mixer.BACKGROUND);
                } else {
                    alone(0, y, 0, width);
                }
                return;
            }
            Mixing mixing = scene.mixing();
            if (mixing instanceof Mixing.Lower) {
                alone(0, y, 0, width);
            } else if (mixing instanceof Mixing.Upper) {
                alone(1, y, 0, width);
            } else if (mixing instanceof Mixing.Curtain curtain) {
                int line = curtain.firstUpperPx(width);
                alone(0, y, 0, line);
                alone(1, y, line, width);
            } else if (mixing instanceof Mixing.Fused) {
                alone(0, y, 0, width);
                float[] values = new float[width];
                rows.get(1).read(y, 0, width, values);
                Mixer.blend(scene.images().get(1), opacities, values, 0, width, argb, offset);
            }
        }

        private void alone(int image, int y, int from, int to) {
            float[] values = new float[width];
            rows.get(image).read(y, from, to, values);
            Mixer.paint(scene.images().get(image), values, from, to, argb, y * width);
        }
    }

    private static void drawMasks(List<MaskLayer> layers, MaskPixels[] masks, int width, int y, int[] argb) {
        int offset = y * width;
        long[] outlines = null;
        for (int m = 0; m < masks.length; m++) {
            MaskPixels mask = masks[m];
            if (mask.isRowEmpty(y)) {
                continue;
            }
            outlines = outlines == null ? new long[width] : outlines;
            int alpha = (int) Math.round(255 * layers.get(m).fillOpacity());
            for (int x = 0; x < width; x++) {
                if (mask.isInside(x, y)) {
                    if (mask.isOutline(x, y)) {
                        outlines[x] |= 1L << m;
                    } else if (alpha > 0) {
                        argb[offset + x] = Mixer.over(argb[offset + x], layers.get(m).rgb(), alpha);
                    }
                }
            }
        }
        if (outlines != null) {
            drawOutlines(layers, outlines, y, argb, offset);
        }
    }

    private static void drawOutlines(List<MaskLayer> layers, long[] outlines, int y, int[] argb, int offset) {
        for (int x = 0; x < outlines.length; x++) {
            long there = outlines[x];
            if (there != 0) {
                int turn = (x + y) / ALTERNATING_PX % Long.bitCount(there);
                for (; turn > 0; turn--) {
                    there &= there - 1;
                }
                argb[offset + x] = OPAQUE | layers.get(Long.numberOfTrailingZeros(there)).rgb() & 0xffffff;
            }
        }
    }
}

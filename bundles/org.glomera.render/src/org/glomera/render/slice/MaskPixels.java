package org.glomera.render.slice;

import java.util.Arrays;

import org.glomera.core.volume.LabelMap;

/**
 * The labels of one delineation under a picture's pixels (the nearest voxel's), with a margin around the picture, so
 * that an outline is not drawn along the picture's edge. Rows may be read by several threads.
 */
final class MaskPixels {

    private static final byte[] EMPTY = new byte[PlaneView.LARGEST_PX + 2 * MaskLayer.THICKEST_PX];

    private final int margin;
    private final int stride;
    private final int height;
    private final byte[] labels;
    private final GridPixels pixels;
    private final LabelMap map;
    private final Taps columns;
    private final Taps rows;
    private final int depth;

    MaskPixels(MaskLayer layer, PlaneView view) {
        margin = layer.outlinePx();
        stride = view.widthPx() + 2 * margin;
        height = view.heightPx() + 2 * margin;
        labels = new byte[stride * height];
        map = layer.labels();
        pixels = GridPixels.of(map.grid(), view, margin);
        boolean parallel = pixels.isParallel();
        columns = parallel ? pixels.columns(stride) : null;
        rows = parallel ? pixels.rows(height) : null;
        depth = parallel ? pixels.depth().nearest()[0] : 0;
    }

    /** Number of rows with the margin; each is to be filled before any pixel is asked for. */
    int rowCount() {
        return height;
    }

    /** Fills a row, counted with the margin. */
    void fillRow(int y) {
        if (!pixels.isParallel()) {
            fillObliqueRow(y);
            return;
        }
        int above = rows.nearest()[y];
        if (depth < 0 || above < 0) {
            return;
        }
        byte[] source = map.labels();
        int[] nearest = columns.nearest();
        int offset = depth + above;
        int target = y * stride;
        for (int x = 0; x < stride; x++) {
            if (nearest[x] >= 0) {
                labels[target + x] = source[offset + nearest[x]];
            }
        }
    }

    private void fillObliqueRow(int y) {
        double[] origin = pixels.origin();
        double[] across = pixels.across();
        double[] along = pixels.along();
        for (int x = 0; x < stride; x++) {
            int i = (int) Math.floor(origin[0] + x * across[0] + y * along[0] + 0.5);
            int j = (int) Math.floor(origin[1] + x * across[1] + y * along[1] + 0.5);
            int k = (int) Math.floor(origin[2] + x * across[2] + y * along[2] + 0.5);
            if (map.grid().contains(i, j, k)) {
                labels[y * stride + x] = map.labels()[map.grid().index(i, j, k)];
            }
        }
    }

    /** Whether nothing of the delineation lies in a row of the picture. */
    boolean isRowEmpty(int y) {
        int start = (y + margin) * stride;
        return Arrays.mismatch(labels, start, start + stride, EMPTY, 0, stride) < 0;
    }

    /** Whether a pixel of the picture is inside the delineation. */
    boolean isInside(int x, int y) {
        return labels[(y + margin) * stride + x + margin] != 0;
    }

    /**
     * Whether a pixel of the picture, which is inside, is of the outline: along the picture's rows or columns, a pixel
     * not further away than the outline is thick has another label.
     */
    boolean isOutline(int x, int y) {
        int at = (y + margin) * stride + x + margin;
        byte label = labels[at];
        for (int distance = 1; distance <= margin; distance++) {
            if (labels[at - distance] != label || labels[at + distance] != label
                    || labels[at - distance * stride] != label || labels[at + distance * stride] != label) {
                return true;
            }
        }
        return false;
    }
}

package org.glomera.render.slice;

import org.glomera.core.volume.LabelMap;

/**
 * The labels of one delineation under a picture's pixels (the nearest voxel's), with a margin around the picture, so
 * that an outline is not drawn along the picture's edge. Rows may be filled and read by several threads.
 */
final class MaskPixels {

    private final int margin;
    private final int stride;
    private final int width;
    private final byte[] labels;
    private final boolean[] filled;
    private final GridPixels pixels;
    private final LabelMap map;
    private final VoxelPlane plane;

    /** The labels that are seen, gathered, where the grid's axes run along the picture's. */
    private static final class VoxelPlane {

        private final byte[] labels;
        private final int width;
        private final boolean[] rowHasLabel;
        private final int[] columns;
        private final int[] rows;

        VoxelPlane(LabelMap map, GridPixels pixels, int pictureWidth, int pictureHeight) {
            Taps columnTaps = pixels.columns(pictureWidth);
            Taps rowTaps = pixels.rows(pictureHeight);
            columns = columnTaps.nearest();
            rows = rowTaps.nearest();
            width = pixels.size(pixels.xAxis());
            rowHasLabel = new boolean[pixels.size(pixels.yAxis())];
            labels = new byte[width * rowHasLabel.length];
            int depth = pixels.depth().nearest()[0];
            if (depth >= 0 && columnTaps.last() >= 0) {
                int start = depth * pixels.stride(pixels.depthAxis());
                int first = columnTaps.first();
                int last = columnTaps.last();
                Bands.forEach(rowTaps.first(), rowTaps.last() + 1, y -> rowHasLabel[y] = gather(map.labels(),
                        start + y * pixels.stride(pixels.yAxis()), pixels.stride(pixels.xAxis()), y * width, first,
                        last));
            }
        }

        private boolean gather(byte[] voxels, int from, int step, int to, int first, int last) {
            int any = 0;
            for (int x = first; x <= last; x++) {
                byte label = voxels[from + x * step];
                labels[to + x] = label;
                any |= label;
            }
            return any != 0;
        }

        /** Copies a row of the picture; whether any label is in it. */
        boolean copyRow(int y, byte[] picture, int to) {
            int row = rows[y];
            if (row < 0 || !rowHasLabel[row]) {
                return false;
            }
            for (int x = 0; x < columns.length; x++) {
                if (columns[x] >= 0) {
                    picture[to + x] = labels[row * width + columns[x]];
                }
            }
            return true;
        }
    }

    MaskPixels(MaskLayer layer, PlaneView view) {
        margin = layer.outlinePx();
        width = view.widthPx();
        stride = width + 2 * margin;
        int height = view.heightPx() + 2 * margin;
        labels = new byte[stride * height];
        filled = new boolean[height];
        map = layer.labels();
        pixels = GridPixels.of(map.grid(), view, margin);
        plane = pixels.isParallel() ? new VoxelPlane(map, pixels, stride, height) : null;
    }

    /** Number of rows with the margin; each is to be filled before any pixel is asked for. */
    int rowCount() {
        return filled.length;
    }

    /** Fills a row, counted with the margin. */
    void fillRow(int y) {
        filled[y] = plane != null ? plane.copyRow(y, labels, y * stride) : fillObliqueRow(y);
    }

    private boolean fillObliqueRow(int y) {
        double[] origin = pixels.origin();
        double[] across = pixels.across();
        double[] along = pixels.along();
        int any = 0;
        for (int x = 0; x < stride; x++) {
            int i = (int) Math.floor(origin[0] + x * across[0] + y * along[0] + 0.5);
            int j = (int) Math.floor(origin[1] + x * across[1] + y * along[1] + 0.5);
            int k = (int) Math.floor(origin[2] + x * across[2] + y * along[2] + 0.5);
            if (map.grid().contains(i, j, k)) {
                byte label = map.labels()[map.grid().index(i, j, k)];
                labels[y * stride + x] = label;
                any |= label;
            }
        }
        return any != 0;
    }

    /** Whether nothing of the delineation lies in a row of the picture. */
    boolean isRowEmpty(int y) {
        return !filled[y + margin];
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

package org.glomera.render.slice;

import java.util.Arrays;

import org.glomera.core.volume.Volume;

/** Gives the values of a volume along a picture's rows; NaN where it has none. Safe for use by several threads. */
sealed interface ValueRows {

    /** Writes the values of row {@code y}, from pixel {@code from} to before pixel {@code to}. */
    void read(int y, int from, int to, float[] row);

    /** The rows of a volume in a view. */
    static ValueRows of(Volume volume, PlaneView view, boolean smooth) {
        GridPixels pixels = GridPixels.of(volume.grid(), view, 0);
        if (!pixels.isParallel()) {
            return new Oblique(volume, pixels, smooth);
        }
        return VoxelPlane.of(volume.values(), pixels, pixels.columns(view.widthPx()), pixels.rows(view.heightPx()),
                smooth);
    }

    /**
     * A grid whose axes run along the picture's: the part of the plane that is seen is gathered first, interpolated
     * across the picture, since voxels of one plane may lie far apart in memory.
     *
     * @param values the plane, columns fastest; only the part that is seen is filled
     * @param width number of columns of the plane
     * @param columns which columns give each pixel of a row
     * @param rows which rows give each row of the picture
     * @param smooth whether to interpolate
     */
    record VoxelPlane(float[] values, int width, Taps columns, Taps rows, boolean smooth) implements ValueRows {

        static ValueRows of(float[] voxels, GridPixels pixels, Taps columns, Taps rows, boolean smooth) {
            int width = pixels.size(pixels.xAxis());
            Taps depth = pixels.depth();
            if (depth.low()[0] < 0 || columns.last() < 0 || rows.last() < 0) {
                return new Nothing();
            }
            float[] plane = new float[width * pixels.size(pixels.yAxis())];
            int across = pixels.stride(pixels.depthAxis());
            int near = (smooth ? depth.low()[0] : depth.nearest()[0]) * across;
            float share = smooth ? depth.share()[0] : 0;
            int step = pixels.stride(pixels.xAxis());
            int first = columns.first();
            int last = columns.last();
            Bands.forEach(rows.first(), rows.last() + 1, y -> {
                int from = near + y * pixels.stride(pixels.yAxis());
                for (int x = first; x <= last; x++) {
                    float value = voxels[from + x * step];
                    plane[y * width + x] = share > 0 ? value + share * (voxels[from + x * step + across] - value)
                            : value;
                }
            });
            return new VoxelPlane(plane, width, columns, rows, smooth);
        }

        @Override
        public void read(int y, int from, int to, float[] row) {
            if (rows.low()[y] < 0) {
                Arrays.fill(row, from, to, Float.NaN);
            } else if (smooth) {
                interpolate(y, from, to, row);
            } else {
                int start = rows.nearest()[y] * width;
                int[] nearest = columns.nearest();
                for (int x = from; x < to; x++) {
                    row[x] = nearest[x] < 0 ? Float.NaN : values[start + nearest[x]];
                }
            }
        }

        /** Bilinear interpolation; a NaN spreads only to where it has weight. */
        private void interpolate(int y, int from, int to, float[] row) {
            float[] plane = values;
            int[] low = columns.low();
            float[] share = columns.share();
            float shareBelow = rows.share()[y];
            int above = rows.low()[y] * width;
            int below = shareBelow > 0 ? above + width : above;
            for (int x = from; x < to; x++) {
                int left = low[x];
                if (left < 0) {
                    row[x] = Float.NaN;
                    continue;
                }
                float part = share[x];
                float value = plane[above + left];
                value = part > 0 ? value + part * (plane[above + left + 1] - value) : value;
                if (shareBelow > 0) {
                    float lower = plane[below + left];
                    lower = part > 0 ? lower + part * (plane[below + left + 1] - lower) : lower;
                    value += shareBelow * (lower - value);
                }
                row[x] = value;
            }
        }
    }

    /** A volume that the view does not meet. */
    record Nothing() implements ValueRows {

        @Override
        public void read(int y, int from, int to, float[] row) {
            Arrays.fill(row, from, to, Float.NaN);
        }
    }

    /** Any grid: the place of each pixel is computed. */
    record Oblique(Volume volume, GridPixels pixels, boolean smooth) implements ValueRows {

        @Override
        public void read(int y, int from, int to, float[] row) {
            double[] origin = pixels.origin();
            double[] across = pixels.across();
            double[] along = pixels.along();
            for (int x = from; x < to; x++) {
                row[x] = at(origin[0] + x * across[0] + y * along[0], origin[1] + x * across[1] + y * along[1],
                        origin[2] + x * across[2] + y * along[2]);
            }
        }

        private float at(double x, double y, double z) {
            int nx = volume.grid().nx();
            int ny = volume.grid().ny();
            int nz = volume.grid().nz();
            if (!Taps.isInside(x, nx) || !Taps.isInside(y, ny) || !Taps.isInside(z, nz)) {
                return Float.NaN;
            }
            double cx = Math.max(0, Math.min(nx - 1, x));
            double cy = Math.max(0, Math.min(ny - 1, y));
            double cz = Math.max(0, Math.min(nz - 1, z));
            if (!smooth) {
                return volume.at((int) (cx + 0.5), (int) (cy + 0.5), (int) (cz + 0.5));
            }
            float near = bilinear(cx, cy, (int) cz);
            float share = (float) (cz - (int) cz);
            return share > 0 ? near + share * (bilinear(cx, cy, (int) cz + 1) - near) : near;
        }

        private float bilinear(double x, double y, int z) {
            float above = linear(x, (int) y, z);
            float share = (float) (y - (int) y);
            return share > 0 ? above + share * (linear(x, (int) y + 1, z) - above) : above;
        }

        private float linear(double x, int y, int z) {
            int index = volume.grid().index((int) x, y, z);
            float left = volume.values()[index];
            float share = (float) (x - (int) x);
            return share > 0 ? left + share * (volume.values()[index + 1] - left) : left;
        }
    }
}

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
        Taps columns = pixels.columns(view.widthPx());
        Taps rows = pixels.rows(view.heightPx());
        return smooth ? new Linear(volume.values(), columns, rows, pixels.depth())
                : new Nearest(volume.values(), columns, rows, pixels.depth());
    }

    /** Trilinear interpolation on a grid whose axes run along the picture's. */
    record Linear(float[] values, Taps columns, Taps rows, Taps depth) implements ValueRows {

        @Override
        public void read(int y, int from, int to, float[] row) {
            int near = depth.low()[0];
            int above = rows.low()[y];
            if (near < 0 || above < 0) {
                Arrays.fill(row, from, to, Float.NaN);
                return;
            }
            int far = depth.high()[0];
            int below = rows.high()[y];
            float shareBelow = rows.share()[y];
            float shareFar = depth.share()[0];
            plane(row, from, to, near + above, near + below, shareBelow);
            if (shareFar > 0) {
                float[] other = new float[to];
                plane(other, from, to, far + above, far + below, shareBelow);
                for (int x = from; x < to; x++) {
                    row[x] += shareFar * (other[x] - row[x]);
                }
            }
        }

        /** Bilinear interpolation in one plane of voxels; a NaN spreads only to where it has weight. */
        private void plane(float[] row, int from, int to, int above, int below, float shareBelow) {
            int[] low = columns.low();
            int[] high = columns.high();
            float[] share = columns.share();
            for (int x = from; x < to; x++) {
                int left = low[x];
                if (left < 0) {
                    row[x] = Float.NaN;
                    continue;
                }
                float upper = values[above + left];
                float lower = values[below + left];
                if (share[x] > 0) {
                    int right = high[x];
                    upper += share[x] * (values[above + right] - upper);
                    lower += share[x] * (values[below + right] - lower);
                }
                row[x] = above == below ? upper : upper + shareBelow * (lower - upper);
            }
        }
    }

    /** The nearest voxel on a grid whose axes run along the picture's. */
    record Nearest(float[] values, Taps columns, Taps rows, Taps depth) implements ValueRows {

        @Override
        public void read(int y, int from, int to, float[] row) {
            if (depth.nearest()[0] < 0 || rows.nearest()[y] < 0) {
                Arrays.fill(row, from, to, Float.NaN);
                return;
            }
            int offset = depth.nearest()[0] + rows.nearest()[y];
            int[] nearest = columns.nearest();
            for (int x = from; x < to; x++) {
                row[x] = nearest[x] < 0 ? Float.NaN : values[offset + nearest[x]];
            }
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

package org.glomera.image.resample;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Resampling between axis-parallel grids: each value is the sum over the source voxels of the product of the three
 * axes' weights. A row of the target sums its source rows once and then weighs along x. Slices are shared out over the
 * processors; a voxel's sum has one order whatever the number of threads.
 */
final class Separable {

    /** Adds a row of the source, times a weight, to an array. */
    @FunctionalInterface
    interface Rows {
        void add(double weight, int from, int stride, double[] to, int count);
    }

    private final AxisWeights x;
    private final AxisWeights y;
    private final AxisWeights z;
    private final int nx;
    private final int ny;
    private final int nz;

    /** Takes the weights along the target's x, y, z and the target's size. */
    Separable(AxisWeights x, AxisWeights y, AxisWeights z, int nx, int ny, int nz) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
    }

    /** The rows of a volume. */
    static Rows of(float[] values) {
        return (weight, from, stride, to, count) -> {
            if (stride == 1) {
                for (int i = 0; i < count; i++) {
                    to[i] += weight * values[from + i];
                }
            } else {
                for (int i = 0; i < count; i++) {
                    to[i] += weight * values[from + i * stride];
                }
            }
        };
    }

    /** The rows of a label map: 1 where the label is a member, else 0. */
    static Rows of(byte[] labels, boolean[] member) {
        return (weight, from, stride, to, count) -> {
            for (int i = 0; i < count; i++) {
                if (member[labels[from + i * stride] & 0xff]) {
                    to[i] += weight;
                }
            }
        };
    }

    /** The weighted sums, {@code outside} where a target voxel's centre lies outside the source. */
    float[] sums(Rows rows, float outside) {
        return sums(rows, outside, true);
    }

    /** The weighted sums; nothing is added by what lies outside the source. */
    float[] shares(Rows rows) {
        return sums(rows, 0, false);
    }

    private float[] sums(Rows rows, float outside, boolean byCentre) {
        float[] out = new float[nx * ny * nz];
        int least = x.leastSource();
        int range = x.greatestSource() - least + 1;
        IntStream.range(0, nz).parallel().forEach(k -> {
            double[] line = new double[range];
            for (int j = 0; j < ny; j++) {
                int at = (k * ny + j) * nx;
                if (byCentre && !(z.inside(k) && y.inside(j))) {
                    Arrays.fill(out, at, at + nx, outside);
                } else {
                    sumRows(rows, j, k, least, line);
                    weighAlongX(line, least, byCentre, outside, out, at);
                }
            }
        });
        return out;
    }

    private void sumRows(Rows rows, int j, int k, int least, double[] line) {
        Arrays.fill(line, 0);
        for (int ez = z.begin(k); ez < z.end(k); ez++) {
            for (int ey = y.begin(j); ey < y.end(j); ey++) {
                rows.add(z.weight(ez) * y.weight(ey), z.offset(ez) + y.offset(ey) + least * x.stride(), x.stride(),
                        line, line.length);
            }
        }
    }

    private void weighAlongX(double[] line, int least, boolean byCentre, float outside, float[] out, int at) {
        for (int i = 0; i < nx; i++) {
            if (byCentre && !x.inside(i)) {
                out[at + i] = outside;
            } else {
                double sum = 0;
                for (int ex = x.begin(i); ex < x.end(i); ex++) {
                    sum += x.weight(ex) * line[x.source(ex) - least];
                }
                out[at + i] = (float) sum;
            }
        }
    }

    /** The label with the largest share of each target voxel, by {@link LabelShares}. */
    byte[] largestShares(byte[] labels) {
        byte[] out = new byte[nx * ny * nz];
        LabelledRows rows = new LabelledRows(labels, x, y, z);
        IntStream.range(0, nz).parallel().forEach(k -> {
            LabelShares shares = new LabelShares();
            for (int j = 0; j < ny; j++) {
                int end = rows.any(j, k) ? nx : 0;
                for (int i = 0; i < end; i++) {
                    count(labels, i, j, k, shares);
                    out[(k * ny + j) * nx + i] = (byte) shares.takeLargest();
                }
            }
        });
        return out;
    }

    private void count(byte[] labels, int i, int j, int k, LabelShares shares) {
        for (int ez = z.begin(k); ez < z.end(k); ez++) {
            for (int ey = y.begin(j); ey < y.end(j); ey++) {
                double weight = z.weight(ez) * y.weight(ey);
                int row = z.offset(ez) + y.offset(ey);
                for (int ex = x.begin(i); ex < x.end(i); ex++) {
                    int label = labels[row + x.offset(ex)] & 0xff;
                    if (label != 0) {
                        shares.add(label, weight * x.weight(ex));
                    }
                }
            }
        }
    }
}

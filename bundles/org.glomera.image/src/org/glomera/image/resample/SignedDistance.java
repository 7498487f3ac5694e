package org.glomera.image.resample;

import java.util.Arrays;

/**
 * The distance in millimetres of every voxel centre of a box from a mask: outside from the nearest centre within,
 * within from the nearest centre outside with the opposite sign. Half-way between two neighbours of which one is in the
 * mask it is 0, which is where the voxels' common face lies.
 * <p>
 * Exact for axes at right angles: the lower envelope of parabolas, axis by axis (P. F. Felzenszwalb, D. P.
 * Huttenlocher, "Distance transforms of sampled functions", Theory of Computing 8, 2012). For sheared grids the
 * spacings along the axes are taken as if they were at right angles.
 */
final class SignedDistance {

    /** Stands for a voxel that the mask does not have; above every squared distance of a patient, and finite. */
    private static final double FAR = 1e12;

    private final int[] size;
    private final double[] spacingMm;

    private SignedDistance(int[] size, double[] spacingMm) {
        this.size = size;
        this.spacingMm = spacingMm;
    }

    /**
     * The distances.
     *
     * @param mask one flag a voxel, x fastest; both kinds occur
     * @param size voxels along x, y, z
     * @param spacingMm distance of neighbours along x, y, z
     */
    static float[] of(boolean[] mask, int[] size, double[] spacingMm) {
        SignedDistance transform = new SignedDistance(size, spacingMm);
        double[] outside = transform.squared(mask, true);
        double[] within = transform.squared(mask, false);
        float[] signed = new float[mask.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = (float) (mask[i] ? -Math.sqrt(within[i]) : Math.sqrt(outside[i]));
        }
        return signed;
    }

    /** The squared distance of every voxel from the nearest one whose flag is {@code flag}. */
    private double[] squared(boolean[] mask, boolean flag) {
        double[] squared = new double[mask.length];
        for (int i = 0; i < squared.length; i++) {
            squared[i] = mask[i] == flag ? 0 : FAR;
        }
        int[] stride = {1, size[0], size[0] * size[1]};
        for (int axis = 0; axis < 3; axis++) {
            Line line = new Line(size[axis], spacingMm[axis]);
            for (int start = 0; start < squared.length; start++) {
                if (start / stride[axis] % size[axis] == 0) {
                    line.transform(squared, start, stride[axis]);
                }
            }
        }
        return squared;
    }

    /** Transforms lines of one length; reuses its arrays. */
    private static final class Line {
        private final int n;
        private final double spacing;
        private final double[] value;
        private final int[] apex;
        private final double[] begin;

        Line(int n, double spacing) {
            this.n = n;
            this.spacing = spacing;
            value = new double[n];
            apex = new int[n];
            begin = new double[n + 1];
        }

        void transform(double[] squared, int start, int stride) {
            for (int i = 0; i < n; i++) {
                value[i] = squared[start + i * stride];
            }
            int last = envelope();
            int k = 0;
            for (int i = 0; i < n; i++) {
                double at = i * spacing;
                while (k < last && begin[k + 1] < at) {
                    k++;
                }
                double from = at - apex[k] * spacing;
                squared[start + i * stride] = Math.min(FAR, value[apex[k]] + from * from);
            }
        }

        /** Finds the parabolas of the lower envelope; tells the last one's number. */
        private int envelope() {
            int k = 0;
            apex[0] = 0;
            Arrays.fill(begin, Double.NEGATIVE_INFINITY);
            for (int i = 1; i < n; i++) {
                double crossing = crossing(apex[k], i);
                while (k > 0 && crossing <= begin[k]) {
                    k--;
                    crossing = crossing(apex[k], i);
                }
                k++;
                apex[k] = i;
                begin[k] = crossing;
            }
            return k;
        }

        /** Where the parabola of a later voxel begins to lie below that of an earlier one. */
        private double crossing(int earlier, int later) {
            double a = earlier * spacing;
            double b = later * spacing;
            return (value[later] + b * b - value[earlier] - a * a) / (2 * (b - a));
        }
    }
}

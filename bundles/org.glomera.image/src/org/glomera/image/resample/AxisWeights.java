package org.glomera.image.resample;

import java.util.Arrays;

import org.glomera.image.resample.GridRelation.AxisRelation;

/**
 * Along one axis, the source voxels that each target voxel takes up and their weights, all positive. A voxel without
 * weight is never touched, so a NaN beside a target voxel does not leak into it.
 */
final class AxisWeights {

    /** How far beyond the outer face, in source voxels, a centre still counts as inside: single-precision headers. */
    static final double FACE_TOLERANCE = 1e-3;
    /** Weights below this are rounding of positions and are left out. */
    static final double SMALLEST_WEIGHT = 1e-6;

    private final int[] start;
    private final int[] source;
    private final double[] weight;
    private final boolean[] inside;
    private final int stride;

    private AxisWeights(AxisRelation axis, Rule rule) {
        int n = axis.targetSize();
        start = new int[n + 1];
        inside = new boolean[n];
        stride = axis.stride();
        int perVoxel = (int) Math.ceil(Math.min(Math.abs(axis.step()), axis.sourceSize())) + 2;
        int[] sources = new int[n * perVoxel];
        double[] weights = new double[n * perVoxel];
        for (int i = 0; i < n; i++) {
            double centre = axis.centre(i);
            inside[i] = isInside(centre, axis.sourceSize());
            start[i + 1] = start[i] + rule.fill(axis, centre, sources, weights, start[i]);
        }
        source = Arrays.copyOf(sources, start[n]);
        weight = Arrays.copyOf(weights, start[n]);
    }

    /** Writes the source indices and weights of one target voxel from place {@code at} and tells how many they are. */
    @FunctionalInterface
    private interface Rule {
        int fill(AxisRelation axis, double centre, int[] source, double[] weight, int at);
    }

    /** Linear interpolation between centres; between the outermost centre and the face the outermost value. */
    static AxisWeights linear(AxisRelation axis) {
        return new AxisWeights(axis, AxisWeights::fillLinear);
    }

    /** The mean over the target voxel where it is larger than a source voxel, else linear interpolation. */
    static AxisWeights mean(AxisRelation axis) {
        return Math.abs(axis.step()) > 1 ? new AxisWeights(axis, AxisWeights::fillMean) : linear(axis);
    }

    /** The shares of the target voxel that the source voxels cover; their sum is less than 1 where it sticks out. */
    static AxisWeights share(AxisRelation axis) {
        return new AxisWeights(axis, AxisWeights::fillShare);
    }

    /** Whether a position along an axis of {@code size} voxels lies between the outer faces. */
    static boolean isInside(double centre, int size) {
        return centre >= -0.5 - FACE_TOLERANCE && centre <= size - 0.5 + FACE_TOLERANCE;
    }

    private static int fillLinear(AxisRelation axis, double centre, int[] source, double[] weight, int at) {
        if (!isInside(centre, axis.sourceSize())) {
            return 0;
        }
        double c = Math.min(Math.max(centre, 0), axis.sourceSize() - 1.0);
        int lower = (int) c;
        double upperWeight = c - lower;
        int count = 0;
        if (1 - upperWeight > SMALLEST_WEIGHT) {
            source[at] = lower;
            weight[at] = upperWeight > SMALLEST_WEIGHT ? 1 - upperWeight : 1;
            count++;
        }
        if (upperWeight > SMALLEST_WEIGHT) {
            source[at + count] = lower + 1;
            weight[at + count] = count == 0 ? 1 : upperWeight;
            count++;
        }
        return count;
    }

    private static int fillMean(AxisRelation axis, double centre, int[] source, double[] weight, int at) {
        if (!isInside(centre, axis.sourceSize())) {
            return 0;
        }
        int count = fillShare(axis, centre, source, weight, at);
        double sum = 0;
        for (int i = at; i < at + count; i++) {
            sum += weight[i];
        }
        for (int i = at; i < at + count; i++) {
            weight[i] /= sum;
        }
        return count;
    }

    private static int fillShare(AxisRelation axis, double centre, int[] source, double[] weight, int at) {
        double width = Math.abs(axis.step());
        double low = centre - width / 2;
        double high = centre + width / 2;
        if (!(high > -0.5 && low < axis.sourceSize() - 0.5)) {
            return 0;
        }
        int from = Math.max(0, (int) Math.floor(low + 0.5));
        int to = Math.min(axis.sourceSize() - 1, (int) Math.floor(high + 0.5));
        int count = 0;
        for (int j = from; j <= to; j++) {
            double overlap = Math.min(high, j + 0.5) - Math.max(low, j - 0.5);
            if (overlap > SMALLEST_WEIGHT * Math.min(1, width)) {
                source[at + count] = j;
                weight[at + count] = overlap / width;
                count++;
            }
        }
        return count;
    }

    /** The first entry of a target voxel; its last is before {@link #end}. */
    int begin(int i) {
        return start[i];
    }

    /** One past the last entry of a target voxel. */
    int end(int i) {
        return start[i + 1];
    }

    /** Whether a target voxel's centre lies within the source's faces. */
    boolean inside(int i) {
        return inside[i];
    }

    /** The source index of an entry. */
    int source(int entry) {
        return source[entry];
    }

    /** Where an entry's source voxel lies in the array, along this axis. */
    int offset(int entry) {
        return source[entry] * stride;
    }

    /** The weight of an entry, positive. */
    double weight(int entry) {
        return weight[entry];
    }

    /** Distance of source neighbours along this axis in the array. */
    int stride() {
        return stride;
    }

    /** The least source index of all entries; 0 when there are none. */
    int leastSource() {
        return Arrays.stream(source).min().orElse(0);
    }

    /** The greatest source index of all entries; -1 when there are none. */
    int greatestSource() {
        return Arrays.stream(source).max().orElse(-1);
    }
}

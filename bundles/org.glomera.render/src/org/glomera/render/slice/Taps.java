package org.glomera.render.slice;

/**
 * Which voxels along one axis give the value at each of a row of places. Between the outermost centre and the outer
 * face the outermost voxel holds; beyond the face there is none.
 *
 * @param low index of the voxel whose centre is at or before the place, -1 outside the field of view
 * @param share weight of the next voxel, 0 to 1; 0 where there is none
 * @param nearest index of the nearest voxel (half-way: the higher one), -1 outside
 */
record Taps(int[] low, float[] share, int[] nearest) {

    /** As the Resampler's: how far beyond its face a voxel still holds, in voxels. */
    static final double FACE_TOLERANCE = 1e-3;

    /** Taps at {@code origin + i * step}, in voxel coordinates. */
    static Taps of(double origin, double step, int count, int size) {
        Taps taps = new Taps(new int[count], new float[count], new int[count]);
        for (int i = 0; i < count; i++) {
            double at = origin + i * step;
            if (isInside(at, size)) {
                double clamped = Math.max(0, Math.min(size - 1, at));
                taps.low[i] = (int) clamped;
                taps.share[i] = (float) (clamped - taps.low[i]);
                taps.nearest[i] = (int) (clamped + 0.5);
            } else {
                taps.low[i] = -1;
                taps.nearest[i] = -1;
            }
        }
        return taps;
    }

    /** Whether a voxel coordinate lies within the field of view. */
    static boolean isInside(double at, int size) {
        return at >= -0.5 - FACE_TOLERANCE && at <= size - 0.5 + FACE_TOLERANCE;
    }

    /** The lowest index that is used; larger than {@link #last()} when none is. */
    int first() {
        int first = Integer.MAX_VALUE;
        for (int index : low) {
            first = index >= 0 ? Math.min(first, index) : first;
        }
        return first;
    }

    /** The highest index that may be used; -1 when none is. */
    int last() {
        int last = -1;
        for (int i = 0; i < low.length; i++) {
            last = Math.max(last, share[i] > 0 ? low[i] + 1 : low[i]);
        }
        return last;
    }
}

package org.glomera.render.slice;

/**
 * Which voxels along one axis give the value at each of a row of places. Between the outermost centre and the outer
 * face the outermost voxel holds; beyond the face there is none.
 *
 * @param low place in the array of the voxel whose centre is at or before, -1 outside the field of view
 * @param high place in the array of the next voxel; the same as {@code low} where it has no weight
 * @param share weight of {@code high}, 0 to 1
 * @param nearest place in the array of the nearest voxel (half-way: the higher index), -1 outside
 */
record Taps(int[] low, int[] high, float[] share, int[] nearest) {

    /** As the Resampler's: how far beyond its face a voxel still holds, in voxels. */
    static final double FACE_TOLERANCE = 1e-3;

    /** Taps at {@code origin + i * step}, in voxel coordinates. */
    static Taps of(double origin, double step, int count, int size, int stride) {
        Taps taps = new Taps(new int[count], new int[count], new float[count], new int[count]);
        for (int i = 0; i < count; i++) {
            double at = origin + i * step;
            if (isInside(at, size)) {
                double clamped = Math.max(0, Math.min(size - 1, at));
                int low = (int) clamped;
                double share = clamped - low;
                taps.low[i] = low * stride;
                taps.high[i] = share > 0 ? (low + 1) * stride : taps.low[i];
                taps.share[i] = (float) share;
                taps.nearest[i] = (int) (clamped + 0.5) * stride;
            } else {
                taps.low[i] = -1;
                taps.high[i] = -1;
                taps.nearest[i] = -1;
            }
        }
        return taps;
    }

    /** Whether a voxel coordinate lies within the field of view. */
    static boolean isInside(double at, int size) {
        return at >= -0.5 - FACE_TOLERANCE && at <= size - 0.5 + FACE_TOLERANCE;
    }
}

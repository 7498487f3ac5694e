package org.glomera.image.resample;

/**
 * The shares of one target voxel that labels hold; what no label holds is background. Of equal shares the lower label
 * wins, background first. Not thread-safe; reused from voxel to voxel.
 */
final class LabelShares {

    /** Shares that differ by less are equal: rounding of positions and weights. */
    private static final double EQUAL = 1e-6;

    private final double[] share = new double[256];
    private final int[] touched = new int[256];
    private int touchedCount;

    /** Adds to the share of a label from 1 to 255; the weight is positive. */
    void add(int label, double weight) {
        if (share[label] == 0) {
            touched[touchedCount++] = label;
        }
        share[label] += weight;
    }

    /** The label with the largest share, 0 for background; forgets all shares. */
    int takeLargest() {
        double background = 1;
        for (int i = 0; i < touchedCount; i++) {
            background -= share[touched[i]];
        }
        int best = 0;
        double most = background;
        for (int i = 0; i < touchedCount; i++) {
            int label = touched[i];
            double lead = share[label] - most;
            if (lead > EQUAL || lead > -EQUAL && label < best) {
                best = label;
                most = share[label];
            }
        }
        for (int i = 0; i < touchedCount; i++) {
            share[touched[i]] = 0;
        }
        touchedCount = 0;
        return best;
    }
}

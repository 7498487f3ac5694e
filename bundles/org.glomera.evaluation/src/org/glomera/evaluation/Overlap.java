package org.glomera.evaluation;

import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;

/**
 * The Dice coefficient {@code 2 |A ∩ B| / (|A| + |B|)} of two delineations on one grid, in voxels (Dice, Ecology 26,
 * 1945). It is NaN when both are empty and 0 when one is.
 */
public final class Overlap {

    private Overlap() {
    }

    /**
     * The Dice coefficient of one kidney, or of both: a voxel is common when both delineations give it the same side.
     *
     * @throws IllegalArgumentException when the grids differ
     */
    public static double dice(LabelMap reference, LabelMap candidate, Kidneys kidneys) {
        MetricInput.requireSameGrid(reference.grid(), candidate.grid());
        long common = 0;
        long sum = 0;
        for (Side side : kidneys.sides()) {
            common += common(reference.labels(), candidate.labels(), side.label());
            sum += (long) reference.count(side) + candidate.count(side);
        }
        return 2.0 * common / sum;
    }

    private static int common(byte[] one, byte[] other, int label) {
        int common = 0;
        for (int i = 0; i < one.length; i++) {
            if ((one[i] & 0xff) == label && (other[i] & 0xff) == label) {
                common++;
            }
        }
        return common;
    }
}

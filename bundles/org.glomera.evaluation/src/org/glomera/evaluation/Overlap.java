package org.glomera.evaluation;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.evaluation.mask.MaskPair;

/**
 * Shares of voxels that two delineations A and B on one grid have in common. For both kidneys a voxel is common when
 * both delineations give it the same side.
 */
public final class Overlap {

    private Overlap() {
    }

    /**
     * The Dice coefficient {@code 2 |A ∩ B| / (|A| + |B|)} (Dice, Ecology 26, 1945): NaN when both are empty and 0 when
     * one is.
     *
     * @throws IllegalArgumentException when the grids differ
     */
    public static double dice(LabelMap reference, LabelMap candidate, Kidneys kidneys) {
        return dice(MaskPair.of(reference, candidate, kidneys));
    }

    /** As {@link #dice(LabelMap, LabelMap, Kidneys)}. */
    public static double dice(MaskPair masks) {
        return 2.0 * masks.commonVoxels() / ((double) masks.reference().voxels() + masks.candidate().voxels());
    }

    /**
     * The Jaccard index {@code |A ∩ B| / |A ∪ B|}, intersection over union (Jaccard, Bulletin de la Société Vaudoise
     * des Sciences Naturelles 37, 1901): NaN when both are empty and 0 when one is. A voxel to which both give another side
     * counts in both delineations.
     */
    public static double jaccard(MaskPair masks) {
        return masks.commonVoxels() / ((double) masks.reference().voxels() + masks.candidate().voxels()
                - masks.commonVoxels());
    }

    /** The share of the reference that the candidate has as well, {@code |A ∩ B| / |A|}; NaN for an empty reference. */
    public static double sensitivity(MaskPair masks) {
        return masks.commonVoxels() / (double) masks.reference().voxels();
    }

    /** The share of the candidate that the reference has as well, {@code |A ∩ B| / |B|}; NaN for an empty candidate. */
    public static double precision(MaskPair masks) {
        return masks.commonVoxels() / (double) masks.candidate().voxels();
    }
}

package org.glomera.pipeline.registering;

import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.image.resample.Resampler;

/** How well kidneys that were drawn on two images coincide in the patient. */
final class KidneyOverlap {

    private KidneyOverlap() {
    }

    /**
     * Dice coefficient of both kidneys: twice the volume in which both maps have the same kidney over the sum of their
     * volumes. The overlap is counted in voxels of {@code fine}, by the voxel of {@code coarse} that holds their centres.
     *
     * @param fine kidneys on a grid
     * @param coarse kidneys on a grid of larger voxels, anywhere in the patient
     * @return 0 to 1; NaN when neither holds a kidney
     */
    static double dice(LabelMap fine, LabelMap coarse) {
        double volumes = 0;
        for (Side side : Side.values()) {
            volumes += fine.volumeMl(side) + coarse.volumeMl(side);
        }
        return volumes == 0 ? Double.NaN : 2 * common(fine, coarse) * fine.grid().voxelVolumeMl() / volumes;
    }

    private static long common(LabelMap fine, LabelMap coarse) {
        byte[] labels = fine.labels();
        byte[] others = Resampler.nearest(coarse, fine.grid()).labels();
        long common = 0;
        for (int voxel = 0; voxel < labels.length; voxel++) {
            if (labels[voxel] == others[voxel] && isKidney(labels[voxel])) {
                common++;
            }
        }
        return common;
    }

    private static boolean isKidney(int label) {
        return label == Side.RIGHT.label() || label == Side.LEFT.label();
    }
}

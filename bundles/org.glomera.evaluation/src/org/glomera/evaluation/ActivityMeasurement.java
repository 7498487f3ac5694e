package org.glomera.evaluation;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.mask.Box;
import org.glomera.evaluation.mask.Mask;
import org.glomera.evaluation.mask.MaskPair;

/** Activity under a delineation. */
public final class ActivityMeasurement {

    private ActivityMeasurement() {
    }

    /**
     * The mean activity concentration in one kidney, or in both: the mean over the voxels of their labels.
     *
     * @param spectBqPerMl activity concentration in Bq/ml
     * @param delineation a delineation on the image's grid
     * @return in Bq/ml; NaN when the delineation is empty or holds a voxel without a finite value
     * @throws IllegalArgumentException when the grids differ or the image is not one of activity concentration
     */
    public static double meanBqPerMl(Volume spectBqPerMl, LabelMap delineation, Kidneys kidneys) {
        return meanBqPerMl(spectBqPerMl, MaskPair.of(delineation, delineation, kidneys).candidate());
    }

    /**
     * The mean activity concentration under a mask.
     *
     * @param mask cut out of the image's grid
     * @return in Bq/ml; NaN when the mask is empty or holds a voxel without a finite value
     * @throws IllegalArgumentException when the grids differ or the image is not one of activity concentration
     */
    public static double meanBqPerMl(Volume spectBqPerMl, Mask mask) {
        MetricInput.requireActivity(spectBqPerMl);
        MetricInput.requireSameGrid(spectBqPerMl.grid(), mask.grid());
        Box box = mask.box();
        double[] sum = {0};
        mask.forEach((x, y, z, at) -> sum[0] += spectBqPerMl.at(box.x0() + x, box.y0() + y, box.z0() + z));
        return Double.isFinite(sum[0]) ? sum[0] / mask.voxels() : Double.NaN;
    }

    /**
     * The activity under a mask: the sum over its voxels of concentration times the voxel's volume.
     *
     * @return in Bq; NaN when the mask is empty or holds a voxel without a finite value
     * @throws IllegalArgumentException as {@link #meanBqPerMl(Volume, Mask)}
     */
    public static double totalBq(Volume spectBqPerMl, Mask mask) {
        return meanBqPerMl(spectBqPerMl, mask) * mask.volumeMl();
    }

    /**
     * The difference of a measured from a true or reference value in percent of the latter,
     * {@code 100 (measured - reference) / reference}.
     *
     * @return NaN when the reference is 0 or either value is NaN
     */
    public static double differencePercent(double reference, double measured) {
        return reference == 0 ? Double.NaN : 100 * (measured - reference) / reference;
    }
}

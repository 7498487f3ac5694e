package org.glomera.evaluation;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/** Activity concentration under a delineation. */
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
        MetricInput.requireActivity(spectBqPerMl);
        MetricInput.requireSameGrid(spectBqPerMl.grid(), delineation.grid());
        float[] values = spectBqPerMl.values();
        byte[] labels = delineation.labels();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (kidneys.hasLabel(labels[i] & 0xff)) {
                sum += values[i];
                count++;
            }
        }
        return Double.isFinite(sum) ? sum / count : Double.NaN;
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

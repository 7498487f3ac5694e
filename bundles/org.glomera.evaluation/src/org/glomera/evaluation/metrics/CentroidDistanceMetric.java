package org.glomera.evaluation.metrics;

import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.mask.MaskPair;

/**
 * The distance in mm between the centroids of both delineations, each the mean of its voxels' centres. NaN when a
 * delineation is empty.
 */
public final class CentroidDistanceMetric extends TwoMasksMetric {

    /** Makes the metric. */
    public CentroidDistanceMetric() {
        super("mm");
    }

    @Override
    MetricValue evaluateBoth(MetricInput input, String unit) {
        MaskPair masks = input.masks();
        return MetricValue.of(masks.candidate().centroidMm().minus(masks.reference().centroidMm()).length(), unit);
    }
}

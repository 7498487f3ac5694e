package org.glomera.evaluation.metrics;

import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.MetricInput;

/**
 * Mean activity concentration under the candidate, in Bq/ml: the mean over its voxels.
 * NaN without an activity image, for an empty candidate, and for a voxel
 * without a finite value.
 */
public final class ActivityMeanMetric extends ActivityMetric {

    /** Makes the metric. */
    public ActivityMeanMetric() {
        super("Bq/ml", false);
    }

    @Override
    double value(MetricInput input) {
        return ActivityMeasurement.meanBqPerMl(input.activity().orElseThrow(), input.masks().candidate());
    }
}

package org.glomera.evaluation.metrics;

import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.MetricInput;

/**
 * Activity under the candidate, in Bq: the sum over its voxels of activity concentration times the voxel's volume.
 * NaN without an activity image, for an empty candidate, and for a voxel
 * without a finite value.
 */
public final class ActivityTotalMetric extends ActivityMetric {

    /** Makes the metric. */
    public ActivityTotalMetric() {
        super("Bq", false);
    }

    @Override
    double value(MetricInput input) {
        return ActivityMeasurement.totalBq(input.activity().orElseThrow(), input.masks().candidate());
    }
}

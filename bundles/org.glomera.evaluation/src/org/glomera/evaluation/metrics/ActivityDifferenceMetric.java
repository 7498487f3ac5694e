package org.glomera.evaluation.metrics;

import org.glomera.core.volume.Volume;
import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.MetricInput;

/**
 * Mean activity concentration under the candidate less that under the reference, in percent of the latter.
 * NaN without an activity image, for an empty delineation, for a voxel
 * without a finite value, and when the reference holds no activity.
 */
public final class ActivityDifferenceMetric extends ActivityMetric {

    /** Makes the metric. */
    public ActivityDifferenceMetric() {
        super("%", true);
    }

    @Override
    double value(MetricInput input) {
        Volume activity = input.activity().orElseThrow();
        return ActivityMeasurement.differencePercent(
                ActivityMeasurement.meanBqPerMl(activity, input.masks().reference()),
                ActivityMeasurement.meanBqPerMl(activity, input.masks().candidate()));
    }
}

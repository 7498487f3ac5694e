package org.glomera.evaluation.metrics;

import org.glomera.core.Side;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;

/**
 * Mean activity concentration under the candidate less that under the reference, in percent of the latter. NaN without
 * an activity image, for an empty delineation, for a non-finite voxel, and when the reference holds no activity.
 */
public final class ActivityDifferenceMetric implements Metric {

    private static final String UNIT = "%";

    @Override
    public MetricValue evaluate(MetricInput input) {
        if (input.activity().isEmpty()) {
            return MetricValue.undefined(UNIT, "There is no activity image.");
        }
        Volume activity = input.activity().get();
        for (LabelMap delineation : new LabelMap[] {input.reference(), input.candidate()}) {
            if (delineation.count(input.side()) == 0) {
                String which = delineation == input.reference() ? "The reference" : "The candidate";
                return MetricValue.undefined(UNIT, which + " delineation of the " + input.side().word() + " kidney is empty.");
            }
        }
        return difference(activity, input);
    }

    private static MetricValue difference(Volume activity, MetricInput input) {
        Side side = input.side();
        double reference = ActivityMeasurement.meanBqPerMl(activity, input.reference(), side);
        double candidate = ActivityMeasurement.meanBqPerMl(activity, input.candidate(), side);
        if (Double.isNaN(reference) || Double.isNaN(candidate)) {
            return MetricValue.undefined(UNIT, "The activity image has a voxel without a finite value in the "
                    + side.word() + " kidney.");
        }
        if (reference == 0) {
            return MetricValue.undefined(UNIT, "The reference delineation of the " + side.word()
                    + " kidney holds no activity.");
        }
        return MetricValue.of(ActivityMeasurement.differencePercent(reference, candidate), UNIT);
    }
}

package org.glomera.evaluation.metrics;

import org.glomera.core.Kidneys;
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
            if (delineation.count(input.kidneys()) == 0) {
                String which = delineation == input.reference() ? "The reference" : "The candidate";
                return MetricValue.undefined(UNIT, which + " delineation of "
                        + input.kidneys().phrase() + " is empty.");
            }
        }
        return difference(activity, input);
    }

    private static MetricValue difference(Volume activity, MetricInput input) {
        Kidneys kidneys = input.kidneys();
        double reference = ActivityMeasurement.meanBqPerMl(activity, input.reference(), kidneys);
        double candidate = ActivityMeasurement.meanBqPerMl(activity, input.candidate(), kidneys);
        if (Double.isNaN(reference) || Double.isNaN(candidate)) {
            return MetricValue.undefined(UNIT, "The activity image has a voxel without a finite value in "
                    + kidneys.phrase() + ".");
        }
        if (reference == 0) {
            return MetricValue.undefined(UNIT, "The reference delineation of " + kidneys.phrase()
                    + " holds no activity.");
        }
        return MetricValue.of(ActivityMeasurement.differencePercent(reference, candidate), UNIT);
    }
}

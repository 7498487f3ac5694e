package org.glomera.evaluation.metrics;

import org.glomera.evaluation.ActivityMeasurement;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.mask.Mask;

/**
 * A metric of the activity under one or both delineations. NaN without an activity image, for an empty delineation that
 * it needs, for a voxel in it without a finite value, and where a difference is taken from no activity.
 */
abstract class ActivityMetric implements Metric {

    private final String unit;
    private final boolean needsReference;

    ActivityMetric(String unit, boolean needsReference) {
        this.unit = unit;
        this.needsReference = needsReference;
    }

    @Override
    public final boolean needsActivity() {
        return true;
    }

    @Override
    public final MetricValue evaluate(MetricInput input) {
        String problem = problem(input);
        return problem.isEmpty() ? MetricValue.of(value(input), unit) : MetricValue.undefined(unit, problem);
    }

    private String problem(MetricInput input) {
        if (input.activity().isEmpty()) {
            return "There is no activity image.";
        }
        Mask reference = input.masks().reference();
        Mask candidate = input.masks().candidate();
        if (candidate.isEmpty() || needsReference && reference.isEmpty()) {
            return input.masks().emptiness();
        }
        if (isUndefined(input, candidate) || needsReference && isUndefined(input, reference)) {
            return "The activity image has a voxel without a finite value in " + input.kidneys().phrase() + ".";
        }
        if (needsReference && ActivityMeasurement.meanBqPerMl(input.activity().get(), reference) == 0) {
            return "The reference delineation of " + input.kidneys().phrase() + " holds no activity.";
        }
        return "";
    }

    private static boolean isUndefined(MetricInput input, Mask mask) {
        return Double.isNaN(ActivityMeasurement.meanBqPerMl(input.activity().get(), mask));
    }

    /** The value, in the unit of this metric; the input has been looked at and has one. */
    abstract double value(MetricInput input);
}

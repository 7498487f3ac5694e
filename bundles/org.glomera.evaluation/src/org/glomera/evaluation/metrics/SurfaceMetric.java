package org.glomera.evaluation.metrics;

import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.mask.SurfaceDistances;

/** A metric of the distances between two surfaces; NaN where the grid's axes are not perpendicular, too. */
abstract class SurfaceMetric extends TwoMasksMetric {

    SurfaceMetric(String unit) {
        super(unit);
    }

    @Override
    final MetricValue evaluateBoth(MetricInput input, String unit) {
        return SurfaceDistances.isMeasurable(input.reference().grid())
                ? MetricValue.of(value(input.surfaces()), unit)
                : MetricValue.undefined(unit, "The axes of the image's grid are not perpendicular, so distances are not"
                        + " measured on it.");
    }

    abstract double value(SurfaceDistances surfaces);
}

package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;

/** A metric that is defined where neither delineation is empty. */
abstract class TwoMasksMetric implements Metric {

    private final String unit;

    TwoMasksMetric(String unit) {
        this.unit = unit;
    }

    @Override
    public final MetricValue evaluate(MetricInput input) {
        String emptiness = input.masks().emptiness();
        return emptiness.isEmpty() ? evaluateBoth(input, unit) : MetricValue.undefined(unit, emptiness);
    }

    /** The value for two masks of which neither is empty, in the unit of this metric. */
    abstract MetricValue evaluateBoth(MetricInput input, String unitOfValue);
}

package org.glomera.evaluation.metrics;

import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.mask.Regions;

/**
 * The number of cavities in the candidate that lie in the reference: regions connected over faces that the candidate
 * does not hold but encloses on all sides, and that have at least one voxel of the reference. NaN when a delineation is
 * empty.
 */
public final class ComponentsInsideMetric extends TwoMasksMetric {

    /** Makes the metric. */
    public ComponentsInsideMetric() {
        super("1");
    }

    @Override
    MetricValue evaluateBoth(MetricInput input, String unit) {
        return MetricValue.of(Regions.cavities(input.masks()), unit);
    }
}

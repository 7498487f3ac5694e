package org.glomera.evaluation.metrics;

import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.mask.Regions;

/**
 * The number of the candidate's connected components, over faces, edges and corners, that have no voxel in common with
 * the reference: islands that stand apart from the kidney. NaN when a delineation is empty.
 */
public final class ComponentsOutsideMetric extends TwoMasksMetric {

    /** Makes the metric. */
    public ComponentsOutsideMetric() {
        super("1");
    }

    @Override
    MetricValue evaluateBoth(MetricInput input, String unit) {
        return MetricValue.of(Regions.outside(input.masks()), unit);
    }
}

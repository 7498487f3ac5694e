package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.mask.MaskPair;

/**
 * Volume of the candidate less volume of the reference, in percent of the latter; -100 for an empty candidate, NaN for
 * an empty reference.
 */
public final class VolumeDifferencePercentMetric implements Metric {

    private static final String UNIT = "%";

    @Override
    public MetricValue evaluate(MetricInput input) {
        MaskPair masks = input.masks();
        double reference = masks.reference().voxels();
        return reference == 0 ? MetricValue.undefined(UNIT, masks.emptiness())
                : MetricValue.of(100 * (masks.candidate().voxels() - reference) / reference, UNIT);
    }
}

package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Overlap;
import org.glomera.evaluation.mask.MaskPair;

/** The share of the reference that the candidate found, see {@link Overlap#sensitivity}; NaN for an empty reference. */
public final class SensitivityMetric implements Metric {

    private static final String UNIT = "1";

    @Override
    public MetricValue evaluate(MetricInput input) {
        MaskPair masks = input.masks();
        return masks.reference().isEmpty()
                ? MetricValue.undefined(UNIT, masks.emptiness()) : MetricValue.of(Overlap.sensitivity(masks), UNIT);
    }
}

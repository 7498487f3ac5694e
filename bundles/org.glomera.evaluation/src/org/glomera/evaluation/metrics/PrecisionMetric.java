package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Overlap;
import org.glomera.evaluation.mask.MaskPair;

/** The share of the candidate that the reference has too, see {@link Overlap#precision}; NaN for an empty candidate. */
public final class PrecisionMetric implements Metric {

    private static final String UNIT = "1";

    @Override
    public MetricValue evaluate(MetricInput input) {
        MaskPair masks = input.masks();
        return masks.candidate().isEmpty()
                ? MetricValue.undefined(UNIT, masks.emptiness()) : MetricValue.of(Overlap.precision(masks), UNIT);
    }
}

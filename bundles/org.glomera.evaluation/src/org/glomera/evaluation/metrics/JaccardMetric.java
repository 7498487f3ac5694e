package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Overlap;
import org.glomera.evaluation.mask.MaskPair;

/** The Jaccard index, see {@link Overlap#jaccard}; NaN when both delineations are empty. */
public final class JaccardMetric implements Metric {

    private static final String UNIT = "1";

    @Override
    public MetricValue evaluate(MetricInput input) {
        MaskPair masks = input.masks();
        return masks.reference().isEmpty() && masks.candidate().isEmpty()
                ? MetricValue.undefined(UNIT, masks.emptiness()) : MetricValue.of(Overlap.jaccard(masks), UNIT);
    }
}

package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Overlap;
import org.glomera.evaluation.mask.MaskPair;

/** The Dice coefficient, see {@link Overlap#dice(MaskPair)}; NaN when both delineations are empty. */
public final class DiceMetric implements Metric {

    private static final String UNIT = "1";

    @Override
    public MetricValue evaluate(MetricInput input) {
        MaskPair masks = input.masks();
        return masks.reference().isEmpty() && masks.candidate().isEmpty()
                ? MetricValue.undefined(UNIT, masks.emptiness()) : MetricValue.of(Overlap.dice(masks), UNIT);
    }
}

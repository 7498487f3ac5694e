package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;
import org.glomera.evaluation.Overlap;

/** The Dice coefficient, see {@link Overlap#dice}; NaN when both delineations are empty. */
public final class DiceMetric implements Metric {

    private static final String UNIT = "1";

    @Override
    public MetricValue evaluate(MetricInput input) {
        double dice = Overlap.dice(input.reference(), input.candidate(), input.kidneys());
        return Double.isNaN(dice)
                ? MetricValue.undefined(UNIT, "Both delineations of " + input.kidneys().phrase() + " are empty.")
                : MetricValue.of(dice, UNIT);
    }
}

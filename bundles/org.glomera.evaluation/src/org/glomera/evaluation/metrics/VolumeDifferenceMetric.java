package org.glomera.evaluation.metrics;

import org.glomera.core.Kidneys;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;

/** Volume of the candidate less volume of the reference, in ml; defined for empty delineations too. */
public final class VolumeDifferenceMetric implements Metric {

    private static final String UNIT = "ml";

    @Override
    public MetricValue evaluate(MetricInput input) {
        Kidneys kidneys = input.kidneys();
        return MetricValue.of(input.candidate().volumeMl(kidneys) - input.reference().volumeMl(kidneys), UNIT);
    }
}

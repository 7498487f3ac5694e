package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;

/** Volume of the candidate less volume of the reference, in ml; defined for empty delineations too. */
public final class VolumeDifferenceMetric implements Metric {

    @Override
    public MetricValue evaluate(MetricInput input) {
        return MetricValue.of(input.masks().candidate().volumeMl() - input.masks().reference().volumeMl(), "ml");
    }
}

package org.glomera.evaluation.metrics;

import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.MetricValue;

/** Volume of the candidate in ml, voxels times voxel volume; 0 for an empty one. */
public final class VolumeMetric implements Metric {

    @Override
    public MetricValue evaluate(MetricInput input) {
        return MetricValue.of(input.masks().candidate().volumeMl(), "ml");
    }
}

package org.glomera.evaluation;

/**
 * Compares a candidate delineation of one kidney, or of both, with a reference. Contributed at {@value #POINT}; used by
 * several threads at once, so it keeps no state.
 */
public interface Metric {

    /** The extension point for metrics. */
    String POINT = "org.glomera.evaluation.metrics";

    /** The value for the kidneys that the input names; NaN with a remark where the metric is not defined. */
    MetricValue evaluate(MetricInput input);

    /** Whether the value is one of the activity image, so that the metric is of use on the SPECT image's grid only. */
    default boolean needsActivity() {
        return false;
    }
}

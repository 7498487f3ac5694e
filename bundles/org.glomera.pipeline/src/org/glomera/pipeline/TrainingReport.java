package org.glomera.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * Networks that were trained.
 *
 * @param trained one result a network, in the order of the request
 * @param evaluated what was measured; empty when nothing was to be done afterwards
 * @param verdict what the statistics support; empty when they were not asked for
 */
public record TrainingReport(List<TrainResult> trained, Optional<EvaluateResult> evaluated, String verdict) {

    /** Copies the list. */
    public TrainingReport {
        trained = List.copyOf(trained);
    }
}

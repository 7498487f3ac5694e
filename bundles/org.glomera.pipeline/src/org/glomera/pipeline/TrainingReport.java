package org.glomera.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * Networks that were trained.
 *
 * @param trained one result a run, in the order of the request; a network with folds has one a fold
 * @param evaluated what was measured; empty when nothing was to be done afterwards
 * @param verdict what the statistics support; empty when they were not asked for
 * @param crossValidations one result for each network that was trained in folds, all of which are finished
 */
public record TrainingReport(List<TrainResult> trained, Optional<EvaluateResult> evaluated, String verdict,
        List<CrossValidateResult> crossValidations) {

    /** Copies the lists. */
    public TrainingReport {
        trained = List.copyOf(trained);
        crossValidations = List.copyOf(crossValidations);
    }
}

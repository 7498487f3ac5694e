package org.glomera.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A finished study.
 *
 * @param reportFile the report
 * @param networks one summary a network
 * @param verdict what the numbers support
 * @param times how long each step took in this call
 * @param crossValidations one result for each network that was trained in folds
 */
public record StudyResult(Path reportFile, List<EvaluateResult.NetworkSummary> networks, String verdict,
        List<StageTime> times, List<CrossValidateResult> crossValidations) {

    /**
     * The time of one step.
     *
     * @param heading the step's words
     * @param time from its start to its end in this call; close to zero when all was there
     */
    public record StageTime(String heading, Duration time) {
    }

    /** Copies the lists. */
    public StudyResult {
        networks = List.copyOf(networks);
        times = List.copyOf(times);
        crossValidations = List.copyOf(crossValidations);
    }
}

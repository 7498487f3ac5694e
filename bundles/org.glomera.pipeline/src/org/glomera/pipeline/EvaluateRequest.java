package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Asks for the test cases' segmentations and measurements.
 *
 * @param studyFolder the study
 * @param runs names of the runs, in the order of the tables
 * @param experiment name of the experiment that gets {@code cases.csv}
 */
public record EvaluateRequest(Path studyFolder, List<String> runs, String experiment) {

    /** Refuses missing parts. */
    public EvaluateRequest {
        Objects.requireNonNull(studyFolder);
        runs = List.copyOf(runs);
        Objects.requireNonNull(experiment);
    }
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Asks for the statistics over cases and networks.
 *
 * @param studyFolder the study
 * @param experiment name of an experiment that was evaluated; it gets {@code statistics.json}
 */
public record CompareRequest(Path studyFolder, String experiment) {

    /** Refuses missing parts. */
    public CompareRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(experiment);
    }
}

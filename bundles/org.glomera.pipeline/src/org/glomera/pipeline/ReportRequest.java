package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Asks for the report of an experiment as one HTML file.
 *
 * @param studyFolder the study
 * @param experiment name of an experiment that was evaluated and compared; it gets {@code report.html}
 */
public record ReportRequest(Path studyFolder, String experiment) {

    /** Refuses missing parts. */
    public ReportRequest {
        Objects.requireNonNull(studyFolder);
        Objects.requireNonNull(experiment);
    }
}

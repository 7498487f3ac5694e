package org.glomera.pipeline;

import java.nio.file.Path;

/**
 * The report of an experiment.
 *
 * @param reportFile {@code experiments/NAME/report.html}
 */
public record ReportResult(Path reportFile) {
}

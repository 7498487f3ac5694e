package org.glomera.pipeline;

import java.nio.file.Path;

/**
 * The statistics of an experiment.
 *
 * @param statisticsFile {@code experiments/NAME/statistics.json}
 * @param verdict what the numbers support, in one or two sentences
 */
public record CompareResult(Path statisticsFile, String verdict) {
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * What was measured.
 *
 * @param casesFile {@code experiments/NAME/cases.csv}
 * @param networks one summary a run, in the order of the request
 */
public record EvaluateResult(Path casesFile, List<NetworkSummary> networks) {

    /**
     * One network on the test cases.
     *
     * @param run the run's name
     * @param title its title
     * @param testCases how many cases were measured
     * @param meanDice mean over cases and both kidneys of the Dice coefficient on the image's own grid
     * @param kidneysNotFound how many kidneys have an empty automatic mask; they count with Dice 0 and have no
     *        activity concentration
     */
    public record NetworkSummary(String run, String title, int testCases, double meanDice, int kidneysNotFound) {
    }

    /** Copies the list. */
    public EvaluateResult {
        networks = List.copyOf(networks);
    }
}

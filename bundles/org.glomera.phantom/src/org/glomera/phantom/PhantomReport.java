package org.glomera.phantom;

import java.util.List;

/**
 * What came of writing a cohort.
 *
 * @param patients patients in the cohort
 * @param resumed how many of them an earlier, interrupted run had finished
 * @param leftOut sentences on kidney shapes that could not be used; empty with drawn kidneys
 */
public record PhantomReport(int patients, int resumed, List<String> leftOut) {

    /** Keeps its own copy. */
    public PhantomReport {
        leftOut = List.copyOf(leftOut);
    }
}

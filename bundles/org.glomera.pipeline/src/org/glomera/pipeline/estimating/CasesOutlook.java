package org.glomera.pipeline.estimating;

import java.util.List;

import org.glomera.pipeline.PrepareReport.Exclusion;

/**
 * Which cases a study has for a network, from its files, without reading an image.
 *
 * @param training ids of the cases that it will be trained on, as far as that is known
 * @param test ids of the cases that it will be tested on, as far as that is known
 * @param excluded cases that would belong to it and cannot be used
 * @param prepared how many of its cases were prepared before with the same settings
 * @param looked whether the images themselves were looked at before, so that no further case will be left out
 */
public record CasesOutlook(List<String> training, List<String> test, List<Exclusion> excluded, int prepared,
        boolean looked) {

    /** Copies the lists. */
    public CasesOutlook {
        training = List.copyOf(training);
        test = List.copyOf(test);
        excluded = List.copyOf(excluded);
    }

    /** Number of cases that are prepared first. */
    public int toPrepare() {
        return Math.max(0, training.size() + test.size() - prepared);
    }
}

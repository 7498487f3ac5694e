package org.glomera.pipeline;

import java.util.List;

/**
 * What was prepared for one network; it stands in {@code prepared/NETWORK/prepared.json}.
 *
 * @param network the network's name
 * @param training ids of the cases it is trained on
 * @param test ids of the cases it is tested on
 * @param excluded cases that would belong to it and cannot be used
 * @param alreadyThere how many cases were prepared before from the same files and settings; 0 in the file, which does
 *        not depend on how often it was started
 */
public record PrepareReport(String network, List<String> training, List<String> test, List<Exclusion> excluded,
        int alreadyThere) {

    /**
     * A case that cannot be used.
     *
     * @param caseId the case
     * @param role {@code training} or {@code test}
     * @param reason why, as a sentence
     */
    public record Exclusion(String caseId, String role, String reason) {
    }

    /** Copies the lists. */
    public PrepareReport {
        training = List.copyOf(training);
        test = List.copyOf(test);
        excluded = List.copyOf(excluded);
    }

    /** The same report for another count of cases that were there before. */
    public PrepareReport withAlreadyThere(int count) {
        return new PrepareReport(network, training, test, excluded, count);
    }
}

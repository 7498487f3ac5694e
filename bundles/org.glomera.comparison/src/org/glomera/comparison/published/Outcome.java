package org.glomera.comparison.published;

/** What recomputing a printed figure gave. */
sealed interface Outcome {

    /**
     * A value.
     *
     * @param range the value within its bounds
     * @param method how it was computed
     * @param caseId the case that it is about; empty for none
     * @param remark what else must be known; may be empty
     */
    record Computed(Range range, String method, String caseId, String remark) implements Outcome {
    }

    /**
     * No value.
     *
     * @param why as a sentence
     */
    record Impossible(String why) implements Outcome {
    }

    /** A value; none when it is not a number. */
    static Outcome of(double value, String method) {
        return Double.isNaN(value) ? new Impossible("There is nothing to test: no two values differ.")
                : new Computed(Range.exact(value), method, "", "");
    }
}

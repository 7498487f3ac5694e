package org.glomera.evaluation;

/**
 * Computes something from a paired table. Contributed at {@value #POINT}; used by several threads at once, so it keeps
 * no state.
 */
public interface Statistic {

    /** The extension point for statistics. */
    String POINT = "org.glomera.evaluation.statistics";

    /** Confidence level of every interval that the contributed statistics give. */
    double CONFIDENCE_LEVEL = 0.95;

    /**
     * The result; what cannot be computed is NaN in it, and a remark says why. A table may have no case, one case, one
     * column, missing values, columns that are constant or equal: none of this is an error. Cases that are left out are
     * named in a remark.
     */
    StatisticResult compute(PairedTable table);
}

package org.glomera.study;

import java.util.Objects;

import org.glomera.core.Kidneys;

/**
 * What to know of one number of {@code cases.csv}, a row of {@code remarks.csv}: why its cell is empty, or what else
 * its metric says.
 *
 * @param network name of the run
 * @param caseId name of the case
 * @param kidneys which kidney, or both together; column {@code side}
 * @param metric name of the column in {@code cases.csv}
 * @param remark a sentence
 */
public record CaseRemark(String network, String caseId, Kidneys kidneys, String metric, String remark) {

    /** Refuses names that are none and an empty metric or remark. */
    public CaseRemark {
        Names.check("run", network);
        Names.check("case", caseId);
        Objects.requireNonNull(kidneys);
        if (metric.isBlank() || remark.isBlank()) {
            throw new IllegalArgumentException("the metric or its remark is empty");
        }
    }
}

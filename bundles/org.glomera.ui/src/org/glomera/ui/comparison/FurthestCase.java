package org.glomera.ui.comparison;

import java.util.Comparator;
import java.util.Optional;

import org.glomera.comparison.Comparison;
import org.glomera.study.CaseResult;

/** Cases of a comparison that are worth looking at first. Stateless. */
final class FurthestCase {

    private FurthestCase() {
    }

    /** The case with the largest difference of the activity concentration, of any kidney under any network. */
    static Optional<String> of(Comparison comparison) {
        return comparison.results().stream()
                .filter(row -> row.isOfOneKidney() && Double.isFinite(row.differencePercent())
                        && comparison.cases().contains(row.caseId()))
                .max(Comparator.comparingDouble(row -> Math.abs(row.differencePercent()))).map(CaseResult::caseId);
    }

    /** The first case. */
    static Optional<String> first(Comparison comparison) {
        return comparison.cases().stream().findFirst();
    }
}

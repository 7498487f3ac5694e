package org.glomera.comparison.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.glomera.comparison.Comparison;
import org.glomera.core.Kidneys;
import org.glomera.study.CaseResult;

/**
 * What two networks measured in the same kidneys.
 *
 * @param first rows of the one network
 * @param second rows of the other one, of the same kidneys in the same order
 */
record NetworkPairs(List<CaseResult> first, List<CaseResult> second) {

    /** The kidneys that both networks of a scope measured. */
    static NetworkPairs of(Comparison comparison, Scope scope) {
        List<CaseResult> one = new ArrayList<>();
        List<CaseResult> other = new ArrayList<>();
        for (Kidneys side : scope.kidneys()) {
            for (String id : comparison.cases()) {
                Optional<CaseResult> a = row(comparison, scope.names().get(0), id, side);
                Optional<CaseResult> b = row(comparison, scope.names().get(1), id, side);
                if (a.isPresent() && b.isPresent()) {
                    one.add(a.get());
                    other.add(b.get());
                }
            }
        }
        return new NetworkPairs(one, other);
    }

    private static Optional<CaseResult> row(Comparison comparison, String run, String id, Kidneys side) {
        return comparison.result(run, id, side)
                .filter(row -> !Double.isNaN(row.automatic()) && !Double.isNaN(row.differencePercent()));
    }

    int size() {
        return first.size();
    }

    /** A value of every kidney, of the first network or of the second. */
    double[] values(boolean ofSecond, ToDoubleFunction<CaseResult> value) {
        return (ofSecond ? second : first).stream().mapToDouble(value).toArray();
    }
}

package org.glomera.ui.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.glomera.core.Side;
import org.glomera.study.CaseResult;

/**
 * What one network reached in an experiment. Values that are not defined for a kidney (NaN in its row) do not count.
 *
 * @param network name of the run
 * @param kidneys number of rows
 * @param dice Dice coefficient, 0 to 1, of both kidneys
 * @param rightPercent difference of the activity concentration in the right kidney, automatic less manual, in percent
 * @param leftPercent the same in the left kidney
 */
record NetworkSummary(String network, int kidneys, Spread dice, Spread rightPercent, Spread leftPercent) {

    /**
     * Mean and sample standard deviation (divided by n - 1).
     *
     * @param count number of values
     * @param mean NaN without a value
     * @param sd NaN with less than two values
     */
    record Spread(int count, double mean, double sd) {

        static Spread of(List<CaseResult> rows, ToDoubleFunction<CaseResult> value) {
            SummaryStatistics statistics = new SummaryStatistics();
            rows.stream().mapToDouble(value).filter(each -> !Double.isNaN(each)).forEach(statistics::addValue);
            int count = Math.toIntExact(statistics.getN());
            return new Spread(count, statistics.getMean(), count < 2 ? Double.NaN : statistics.getStandardDeviation());
        }
    }

    /** Refuses missing parts. */
    NetworkSummary {
        Objects.requireNonNull(network);
    }

    /** One summary a network, in the order in which the networks are first named. */
    static List<NetworkSummary> of(List<CaseResult> results) {
        return results.stream().map(CaseResult::network).distinct().map(network -> {
            List<CaseResult> rows = results.stream().filter(each -> each.network().equals(network)).toList();
            return new NetworkSummary(network, rows.size(), Spread.of(rows, CaseResult::dice),
                    Spread.of(onSide(rows, Side.RIGHT), CaseResult::differencePercent),
                    Spread.of(onSide(rows, Side.LEFT), CaseResult::differencePercent));
        }).toList();
    }

    private static List<CaseResult> onSide(List<CaseResult> rows, Side side) {
        return rows.stream().filter(each -> each.side() == side).toList();
    }
}

package org.glomera.evaluation.statistics;

import java.util.List;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.WilcoxonSignedRank;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * Wilcoxon's signed-rank test of every pair of the table: {@code n} (differences other than zero), {@code zeros},
 * {@code w_plus}, {@code w_minus}, {@code p}. The first remark of a row is the method of its p value.
 */
public final class WilcoxonStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "zeros", "w_plus", "w_minus", "p");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Wilcoxon paired signed-rank test, two-sided",
                List.of("The cases are independent of each other.",
                        "Without a difference between the methods, paired differences are symmetric about zero."),
                PairRows.of(table, VALUES, WilcoxonStatistic::fill));
    }

    private static void fill(RowBuilder row, Complete pairs) {
        WilcoxonSignedRank.Result result = WilcoxonSignedRank.test(pairs.first(), pairs.second());
        row.set("n", result.n()).set("zeros", result.zeros()).set("w_plus", result.wPlus())
                .set("w_minus", result.wMinus()).set("p", result.pTwoSided());
        row.remark("p value: " + result.method() + ".");
        double smallest = Math.scalb(2.0, -result.n());
        if (result.n() > 0 && smallest > 1 - CONFIDENCE_LEVEL) {
            row.remark("With %s the p value cannot be smaller than %s, whatever they are.".formatted(
                    result.n() == 1 ? "one difference" : result.n() + " differences", smallest));
        }
    }
}

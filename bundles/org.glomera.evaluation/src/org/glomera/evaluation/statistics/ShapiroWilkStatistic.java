package org.glomera.evaluation.statistics;

import java.util.List;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.ShapiroWilk;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * Shapiro and Wilk's test of the paired differences of every pair of the table, as a warning: {@code n} (all
 * differences), {@code w}, {@code p_normal}. Its p value is not called {@code p}, since it belongs to no family of
 * tests and is never corrected.
 */
public final class ShapiroWilkStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "w", "p_normal");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Shapiro-Wilk test of the paired differences for normality, as a warning only",
                List.of("The cases are independent of each other."),
                PairRows.of(table, VALUES, ShapiroWilkStatistic::fill));
    }

    private static void fill(RowBuilder row, Complete pairs) {
        ShapiroWilk.Result result = ShapiroWilk.test(pairs.first(), pairs.second());
        row.set("n", result.n()).set("w", result.w()).set("p_normal", result.p());
        row.remark("p value: " + result.method() + ".");
        Normality.warning(result).ifPresent(row::remark);
    }
}

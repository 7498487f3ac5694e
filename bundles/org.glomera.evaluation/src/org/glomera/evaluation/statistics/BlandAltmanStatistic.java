package org.glomera.evaluation.statistics;

import java.util.List;

import org.glomera.evaluation.BlandAltman;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.ShapiroWilk;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * Bland and Altman's bias and limits of agreement of every pair of the table, in its unit: {@code n}, {@code bias},
 * {@code sd} of the differences, {@code lower_limit}, {@code upper_limit}; bias and limits each with the ends of their
 * 95 % confidence interval, {@code bias_low}, {@code bias_high} and so on. The first remark of a row is the method of
 * the intervals.
 */
public final class BlandAltmanStatistic implements Statistic {

    static final List<String> VALUES = List.of("n", "bias", "bias_low", "bias_high", "sd", "lower_limit",
            "lower_limit_low", "lower_limit_high", "upper_limit", "upper_limit_low", "upper_limit_high");
    static final List<String> ASSUMPTIONS = List.of("The cases are independent of each other.",
            "The paired differences come from a normal distribution.",
            "Bias and spread of the differences do not change with the size of what is measured.");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Bland-Altman bias and limits of agreement (bias and 1.96 standard deviations), with"
                + " 95 % confidence intervals", ASSUMPTIONS, PairRows.of(table, VALUES, BlandAltmanStatistic::fill));
    }

    private static void fill(RowBuilder row, Complete pairs) {
        fill(row, BlandAltman.of(pairs.first(), pairs.second(), CONFIDENCE_LEVEL),
                ShapiroWilk.test(pairs.first(), pairs.second()));
    }

    static void fill(RowBuilder row, BlandAltman.Result result, ShapiroWilk.Result normality) {
        row.set("n", result.n()).set("bias", result.bias()).set("bias", result.biasInterval())
                .set("sd", result.standardDeviation())
                .set("lower_limit", result.lowerLimit()).set("lower_limit", result.lowerInterval())
                .set("upper_limit", result.upperLimit()).set("upper_limit", result.upperInterval());
        row.remark("Intervals: " + result.method() + ".");
        Normality.warning(normality).ifPresent(row::remark);
    }
}

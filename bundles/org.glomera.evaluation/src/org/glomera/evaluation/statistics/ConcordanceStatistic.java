package org.glomera.evaluation.statistics;

import java.util.List;

import org.glomera.evaluation.Concordance;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * Pearson's correlation and Lin's concordance of every pair of the table: {@code n}, {@code pearson}, {@code lin}, each
 * with the ends of its 95 % confidence interval ({@code pearson_low} and so on), and Lin's bias correction factor
 * {@code accuracy}. The first remark of a row is the method of the intervals.
 */
public final class ConcordanceStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "pearson", "pearson_low", "pearson_high", "lin", "lin_low",
            "lin_high", "accuracy");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Pearson's correlation and Lin's concordance, with 95 % confidence intervals",
                List.of("The cases are independent of each other.",
                        "For the intervals, both columns come from a bivariate normal distribution.",
                        "Both depend on how different the cases are: a wider range of activity gives larger numbers."),
                PairRows.of(table, VALUES, ConcordanceStatistic::fill));
    }

    private static void fill(RowBuilder row, Complete pairs) {
        Concordance.Result result = Concordance.of(pairs.first(), pairs.second(), CONFIDENCE_LEVEL);
        row.set("n", result.n()).set("pearson", result.pearson()).set("pearson", result.pearsonInterval())
                .set("lin", result.lin()).set("lin", result.linInterval()).set("accuracy", result.accuracy());
        if (Double.isNaN(result.pearson())) {
            row.remark("Correlations: " + result.method() + ".");
            return;
        }
        row.remark("Intervals: " + result.method() + ".");
        if (!result.pearsonInterval().isDefined()) {
            row.remark(result.n() < 4 ? "Pearson's interval needs four cases."
                    : "Pearson's interval is not defined, since all cases lie on one straight line.");
        }
        if (!result.linInterval().isDefined()) {
            row.remark(result.n() < 3 ? "Lin's interval needs three cases."
                    : "Lin's interval is not defined, since both columns are equal or opposite.");
        }
    }
}

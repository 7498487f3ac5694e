package org.glomera.evaluation.statistics;

import java.util.List;
import java.util.Locale;

import org.glomera.evaluation.HodgesLehmann;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * The Hodges-Lehmann estimate of the difference of every pair of the table: {@code n} (all differences, zeros among
 * them), {@code zeros}, {@code estimate} with {@code estimate_low} and {@code estimate_high} in the unit of the table,
 * {@code confidence_percent} that the interval reaches. The first remark of a row is the method of its interval.
 */
public final class HodgesLehmannStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "zeros", "estimate", "estimate_low", "estimate_high",
            "confidence_percent");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult(
                "Hodges-Lehmann estimate (median of the Walsh averages) of the paired difference, with its 95 %"
                        + " confidence interval",
                List.of("The cases are independent of each other.",
                        "Paired differences are symmetric about the value that is estimated."),
                PairRows.of(table, VALUES, HodgesLehmannStatistic::fill));
    }

    private static void fill(RowBuilder row, Complete pairs) {
        HodgesLehmann.Result result = HodgesLehmann.of(pairs.first(), pairs.second(), CONFIDENCE_LEVEL);
        row.set("n", result.n()).set("zeros", result.zeros()).set("estimate", result.estimate())
                .set("estimate", result.interval());
        row.remark("Interval: " + result.method() + ".");
        if (result.interval().isDefined()) {
            row.set("confidence_percent", 100 * result.confidence());
        } else if (result.method().equals(HodgesLehmann.TOO_FEW)) {
            row.remark(String.format(Locale.ROOT, "%d %s no interval of a level above %.2f %%.", result.n(),
                    result.n() == 1 ? "difference gives" : "differences give", 100 * result.confidence()));
        }
    }
}

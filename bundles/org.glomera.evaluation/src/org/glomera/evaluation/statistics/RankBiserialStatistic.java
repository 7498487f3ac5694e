package org.glomera.evaluation.statistics;

import java.util.List;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.RankBiserial;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * The matched-pairs rank-biserial correlation of every pair of the table: {@code n} (differences other than zero),
 * {@code zeros}, {@code rank_biserial} from -1 (every case lower) to 1 (every case higher than what it is compared
 * with).
 */
public final class RankBiserialStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "zeros", "rank_biserial");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Matched-pairs rank-biserial correlation, zeros dropped, mid-ranks for ties",
                List.of("The cases are independent of each other.",
                        "Paired differences can be ordered by size, as the signed-rank test does."),
                PairRows.of(table, VALUES, RankBiserialStatistic::fill));
    }

    private static void fill(RowBuilder row, Complete pairs) {
        RankBiserial.Result result = RankBiserial.of(pairs.first(), pairs.second());
        row.set("n", result.n()).set("zeros", result.zeros()).set("rank_biserial", result.correlation());
        if (result.n() == 0) {
            row.remark("Not computed: there is no difference other than zero.");
        }
    }
}

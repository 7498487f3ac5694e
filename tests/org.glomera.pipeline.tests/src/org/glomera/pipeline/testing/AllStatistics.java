package org.glomera.pipeline.testing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.glomera.comparison.StatisticSuite;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.statistics.BlandAltmanStatistic;
import org.glomera.evaluation.statistics.ConcordanceStatistic;
import org.glomera.evaluation.statistics.FriedmanStatistic;
import org.glomera.evaluation.statistics.HodgesLehmannStatistic;
import org.glomera.evaluation.statistics.HolmStatistic;
import org.glomera.evaluation.statistics.RankBiserialStatistic;
import org.glomera.evaluation.statistics.ShapiroWilkStatistic;
import org.glomera.evaluation.statistics.SummaryStatistic;
import org.glomera.evaluation.statistics.WilcoxonStatistic;

/** The program's own statistics put together by hand, so that tests need no platform. */
public final class AllStatistics {

    private AllStatistics() {
    }

    /** All of them by their ids. */
    public static StatisticSuite suite() {
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        statistics.put("summary", new SummaryStatistic());
        statistics.put("wilcoxon", new WilcoxonStatistic());
        statistics.put("holm", new HolmStatistic());
        statistics.put("hodges_lehmann", new HodgesLehmannStatistic());
        statistics.put("rank_biserial", new RankBiserialStatistic());
        statistics.put("friedman", new FriedmanStatistic());
        statistics.put("bland_altman", new BlandAltmanStatistic());
        statistics.put("concordance", new ConcordanceStatistic());
        statistics.put("shapiro_wilk", new ShapiroWilkStatistic());
        return StatisticSuite.of(statistics);
    }
}

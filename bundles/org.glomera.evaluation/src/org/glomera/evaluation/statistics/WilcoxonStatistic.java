package org.glomera.evaluation.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Pair;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.WilcoxonSignedRank;

/**
 * Wilcoxon's signed-rank test of every pair of the table: {@code n} (differences other than zero), {@code zeros},
 * {@code w_plus}, {@code w_minus}, {@code p}. The first remark of a row is the method of its p value.
 */
public final class WilcoxonStatistic implements Statistic {

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Wilcoxon paired signed-rank test, two-sided",
                List.of("The cases are independent of each other.",
                        "Without a difference between the methods, paired differences are symmetric about zero."),
                table.pairs().stream().map(pair -> row(table, pair)).toList());
    }

    private static Row row(PairedTable table, Pair pair) {
        WilcoxonSignedRank.Result result = WilcoxonSignedRank.test(pair.firstValues(), pair.secondValues());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("n", (double) result.n());
        values.put("zeros", (double) result.zeros());
        values.put("w_plus", result.wPlus());
        values.put("w_minus", result.wMinus());
        values.put("p", result.pTwoSided());
        List<String> remarks = new ArrayList<>(List.of("p value: " + result.method() + "."));
        List<String> leftOut = table.leftOut(pair);
        if (!leftOut.isEmpty()) {
            remarks.add("Left out, since a value is missing: " + String.join(", ", leftOut) + ".");
        }
        return new Row(pair.second().name(), pair.first().name(), values, remarks);
    }
}

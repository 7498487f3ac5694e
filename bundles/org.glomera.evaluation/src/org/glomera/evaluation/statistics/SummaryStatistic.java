package org.glomera.evaluation.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.Summary;

/**
 * Describes every column: {@code n}, {@code mean}, {@code sd}, {@code median}, {@code q1}, {@code q3}, {@code minimum},
 * {@code maximum}. Cases without a value are left out of their column and named.
 */
public final class SummaryStatistic implements Statistic {

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Mean, sample standard deviation (n - 1), median and quartiles by "
                + Summary.QUARTILE_RULE, List.of(), table.columns().stream().map(c -> row(table, c)).toList());
    }

    private static Row row(PairedTable table, Column column) {
        Summary summary = Summary.of(column.present());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("n", (double) summary.n());
        values.put("mean", summary.mean());
        values.put("sd", summary.standardDeviation());
        values.put("median", summary.median());
        values.put("q1", summary.lowerQuartile());
        values.put("q3", summary.upperQuartile());
        values.put("minimum", summary.minimum());
        values.put("maximum", summary.maximum());
        return new Row(column.name(), "", values, remarks(table, column, summary.n()));
    }

    private static List<String> remarks(PairedTable table, Column column, int n) {
        List<String> remarks = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < table.cases().size(); i++) {
            if (column.values().get(i).isNaN()) {
                missing.add(table.cases().get(i));
            }
        }
        if (!missing.isEmpty()) {
            remarks.add("No value for " + String.join(", ", missing) + ".");
        }
        if (n == 0) {
            remarks.add("There is no value to describe.");
        } else if (n == 1) {
            remarks.add("One value has no standard deviation.");
        }
        return remarks;
    }
}

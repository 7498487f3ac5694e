package org.glomera.evaluation.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.evaluation.Holm;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;

/**
 * Adds {@code p_holm} to the rows of a test: its p values, corrected by {@link Holm} over the family of all pairs of
 * the table that could be tested.
 */
public final class HolmStatistic implements Statistic {

    private final Statistic test;

    /** Corrects {@link WilcoxonStatistic}. */
    public HolmStatistic() {
        this(new WilcoxonStatistic());
    }

    /** Corrects a test whose rows have a value {@code p}. */
    public HolmStatistic(Statistic test) {
        this.test = test;
    }

    @Override
    public StatisticResult compute(PairedTable table) {
        StatisticResult tested = test.compute(table);
        double[] adjusted = Holm.adjust(tested.rows().stream().mapToDouble(row -> row.value("p")).toArray());
        List<Row> rows = new ArrayList<>();
        for (Row row : tested.rows()) {
            Map<String, Double> values = new LinkedHashMap<>(row.values());
            values.put("p_holm", adjusted[rows.size()]);
            rows.add(new Row(row.of(), row.against(), values, row.remarks()));
        }
        long family = tested.rows().stream().filter(row -> !Double.isNaN(row.value("p"))).count();
        return new StatisticResult(tested.method() + ", p values corrected for " + family
                + (family == 1 ? " comparison" : " comparisons") + " by Holm's method", tested.assumptions(), rows);
    }
}

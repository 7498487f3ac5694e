package org.glomera.evaluation.statistics;

import java.util.List;

import org.glomera.evaluation.Holm;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;

/**
 * Adds {@code p_holm} to the rows of a test: its p values, corrected by {@link Holm} over the family of all pairs of
 * the table that could be tested. A family of several tables is corrected by {@link Holm#adjust(List)}.
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
        return Holm.adjust(List.of(test.compute(table))).get(0);
    }
}

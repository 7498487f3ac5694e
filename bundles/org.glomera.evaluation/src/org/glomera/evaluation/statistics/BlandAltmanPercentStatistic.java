package org.glomera.evaluation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.glomera.evaluation.BlandAltman;
import org.glomera.evaluation.BlandAltman.PercentOf;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.ShapiroWilk;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.statistics.PairRows.Complete;

/**
 * Bland and Altman's bias and limits of agreement in percent, with the values of {@link BlandAltmanStatistic}: for
 * differences that grow with what is measured. They are percent of the baseline where the table has one, as every
 * percent difference of the program is, otherwise of the mean of both columns. A case whose difference cannot be given
 * in percent, since what it is a percentage of is zero, is left out and named.
 */
public final class BlandAltmanPercentStatistic implements Statistic {

    @Override
    public StatisticResult compute(PairedTable table) {
        PercentOf of = table.baseline().isEmpty() ? PercentOf.MEAN : PercentOf.FIRST;
        String whole = of == PercentOf.FIRST ? "in percent of " + table.baseline() : "in percent of the mean of both";
        return new StatisticResult("Bland-Altman bias and limits of agreement " + whole + ", with 95 % confidence"
                + " intervals", BlandAltmanStatistic.ASSUMPTIONS, PairRows.of(table, BlandAltmanStatistic.VALUES,
                        (row, pairs) -> fill(row, table, of, pairs)));
    }

    private static void fill(RowBuilder row, PairedTable table, PercentOf of, Complete pairs) {
        if (table.unit().equals("%")) {
            row.remark("Not computed: the values are percentages already.");
            return;
        }
        double[] all = BlandAltman.percent(pairs.first(), pairs.second(), of);
        double[] percent = Arrays.stream(all).filter(p -> !Double.isNaN(p)).toArray();
        BlandAltmanStatistic.fill(row, BlandAltman.of(percent, CONFIDENCE_LEVEL), ShapiroWilk.test(percent));
        List<String> undefined = IntStream.range(0, all.length).filter(i -> Double.isNaN(all[i]))
                .mapToObj(pairs.cases()::get).toList();
        if (!undefined.isEmpty()) {
            row.remark("Left out, since no percentage of zero is defined: " + String.join(", ", undefined) + ".");
        }
    }
}

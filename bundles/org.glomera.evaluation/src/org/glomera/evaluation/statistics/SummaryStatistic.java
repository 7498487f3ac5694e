package org.glomera.evaluation.statistics;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;
import org.glomera.evaluation.Summary;
import org.glomera.evaluation.TukeyBox;

/**
 * Describes every column: {@code n}, {@code mean}, {@code sd}, {@code median}, {@code q1}, {@code q3}, {@code minimum},
 * {@code maximum}, {@code whisker_low} and {@code whisker_high} (the most extreme values within 1.5 interquartile
 * ranges of the box) and {@code outliers}, the number of values beyond. Outliers stay in every number and are named; cases
 * without a value are left out of their column and named.
 */
public final class SummaryStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "mean", "sd", "median", "q1", "q3", "minimum", "maximum",
            "whisker_low", "whisker_high", "outliers");

    @Override
    public StatisticResult compute(PairedTable table) {
        return new StatisticResult("Mean, sample standard deviation (n - 1), median and quartiles by "
                + Summary.QUARTILE_RULE + ", whiskers within 1.5 interquartile ranges of the quartiles", List.of(),
                table.columns().stream().map(c -> row(table, c)).toList());
    }

    private static Row row(PairedTable table, Column column) {
        double[] present = column.present();
        RowBuilder row = new RowBuilder(column.name(), "", VALUES).set("n", present.length);
        remark(row, "No value for ", cases(table, column, value -> value.isNaN()));
        if (PairRows.refuseTooLarge(row, present)) {
            return row.build();
        }
        Summary summary = Summary.of(present);
        row.set("mean", summary.mean()).set("sd", summary.standardDeviation()).set("median", summary.median())
                .set("q1", summary.lowerQuartile()).set("q3", summary.upperQuartile())
                .set("minimum", summary.minimum()).set("maximum", summary.maximum());
        if (summary.n() == 0) {
            return row.remark("There is no value to describe.").build();
        }
        if (summary.n() == 1) {
            row.remark("One value has no standard deviation.");
        }
        TukeyBox box = TukeyBox.of(present);
        row.set("whisker_low", box.lowerWhisker()).set("whisker_high", box.upperWhisker())
                .set("outliers", box.outliers().size());
        remark(row, "Beyond the whiskers: ", cases(table, column, box.outliers()::contains));
        return row.build();
    }

    private static List<String> cases(PairedTable table, Column column, Predicate<Double> which) {
        return IntStream.range(0, table.cases().size()).filter(i -> which.test(column.values().get(i)))
                .mapToObj(table.cases()::get).toList();
    }

    private static void remark(RowBuilder row, String what, List<String> cases) {
        if (!cases.isEmpty()) {
            row.remark(what + String.join(", ", cases) + ".");
        }
    }
}

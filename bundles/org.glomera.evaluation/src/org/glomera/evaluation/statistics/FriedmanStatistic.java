package org.glomera.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.glomera.evaluation.Friedman;
import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Column;
import org.glomera.evaluation.Statistic;
import org.glomera.evaluation.StatisticResult;
import org.glomera.evaluation.StatisticResult.Row;

/**
 * Friedman's test over all columns of the table, the baseline among them. The first row is about all columns and names
 * none: {@code n} (cases with a value in every column), {@code columns}, {@code chi_square},
 * {@code degrees_of_freedom}, {@code p}, {@code kendall_w}; its first remark is the method of the p value. Then each
 * column has a row with its {@code mean_rank}, 1 for the column that is the smallest in every case.
 */
public final class FriedmanStatistic implements Statistic {

    private static final List<String> VALUES = List.of("n", "columns", "chi_square", "degrees_of_freedom", "p",
            "kendall_w");

    @Override
    public StatisticResult compute(PairedTable table) {
        List<Column> columns = table.columns();
        IntPredicate complete = row -> columns.stream().noneMatch(column -> column.values().get(row).isNaN());
        int[] rows = IntStream.range(0, table.cases().size()).filter(complete).toArray();
        Friedman.Result result = Friedman.test(columns.stream()
                .map(column -> IntStream.of(rows).mapToDouble(column.values()::get).toArray())
                .toArray(double[][]::new));
        List<Row> all = new ArrayList<>();
        all.add(overall(table, result, complete));
        for (int i = 0; i < columns.size(); i++) {
            RowBuilder row = new RowBuilder(columns.get(i).name(), "", List.of("mean_rank"));
            double meanRank = result.meanRanks().get(i);
            all.add((Double.isNaN(meanRank) ? row.remark("There is no complete case.") : row.set("mean_rank", meanRank))
                    .build());
        }
        return new StatisticResult("Friedman's test, corrected for ties",
                List.of("The cases are independent of each other.",
                        "Without a difference between the columns, every order of a case's values is equally"
                                + " probable."),
                all);
    }

    private static Row overall(PairedTable table, Friedman.Result result, IntPredicate complete) {
        RowBuilder row = new RowBuilder("", "", VALUES);
        row.set("n", result.n()).set("columns", table.columns().size()).set("chi_square", result.chiSquare())
                .set("degrees_of_freedom", result.degreesOfFreedom()).set("p", result.p())
                .set("kendall_w", result.kendallW());
        row.remark("p value: " + result.method() + ".");
        row.remark("Compared: " + String.join(", ", table.columns().stream().map(Column::name).toList()) + ".");
        List<String> leftOut = IntStream.range(0, table.cases().size()).filter(complete.negate())
                .mapToObj(table.cases()::get).toList();
        if (!leftOut.isEmpty()) {
            row.remark("Left out, since a value is missing: " + String.join(", ", leftOut) + ".");
        }
        return row.build();
    }
}

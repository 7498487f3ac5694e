package org.glomera.evaluation.statistics;

import java.util.Arrays;
import java.util.List;

import org.glomera.evaluation.PairedTable;
import org.glomera.evaluation.PairedTable.Pair;
import org.glomera.evaluation.StatisticResult.Row;

/** One row a pair of a table, with what every statistic of pairs has to say about bad input. */
final class PairRows {

    /** Larger values are none that were measured, and their squares would overflow. */
    private static final double LARGEST = 1e150;
    private static final String TOO_LARGE = "Not computed: a value is larger than 1e150, which cannot have been"
            + " measured.";

    /**
     * The complete cases of a pair, at least one; all values are finite.
     *
     * @param cases their names
     * @param first values of the column compared with
     * @param second values of the column to judge
     */
    record Complete(List<String> cases, double[] first, double[] second) {
    }

    /** Fills the row of a pair. */
    @FunctionalInterface
    interface Computation {
        void fill(RowBuilder row, Complete pairs);
    }

    private PairRows() {
    }

    /**
     * The rows of a statistic.
     *
     * @param names names of the values in the order they are shown; what the computation does not set is NaN
     * @param computation fills the row of a pair that has complete cases
     */
    static List<Row> of(PairedTable table, List<String> names, Computation computation) {
        List<Pair> pairs = table.pairs();
        if (pairs.isEmpty()) {
            String only = table.columns().isEmpty() ? "" : table.columns().get(0).name();
            return List.of(new RowBuilder(only, "", names).remark("Not computed: there is no second column to compare"
                    + " with.").build());
        }
        return pairs.stream().map(pair -> row(table, pair, names, computation)).toList();
    }

    /** Says so when a value is too large to compute with. */
    static boolean refuseTooLarge(RowBuilder row, double... values) {
        boolean refused = Arrays.stream(values).anyMatch(value -> Math.abs(value) > LARGEST);
        if (refused) {
            row.remark(TOO_LARGE);
        }
        return refused;
    }

    private static Row row(PairedTable table, Pair pair, List<String> names, Computation computation) {
        RowBuilder row = new RowBuilder(pair.second().name(), pair.first().name(), names);
        double[] first = pair.firstValues();
        double[] second = pair.secondValues();
        if (first.length == 0) {
            row.remark("Not computed: no case has a value in both columns.");
        } else if (!refuseTooLarge(row, first) && !refuseTooLarge(row, second)) {
            computation.fill(row, new Complete(pair.rows().stream().map(table.cases()::get).toList(), first, second));
        }
        List<String> leftOut = table.leftOut(pair);
        if (!leftOut.isEmpty()) {
            row.remark("Left out, since a value is missing: " + String.join(", ", leftOut) + ".");
        }
        return row.build();
    }
}

package org.glomera.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One quantity, measured in the same cases by several methods: a row a case, a column a method.
 *
 * @param quantity what was measured, for instance {@code mean activity concentration, right kidney}
 * @param unit unit of every value; empty when the source states none
 * @param cases names of the cases, one a row
 * @param columns the methods, each with a value a case
 * @param baseline name of the column that every other one is compared with; empty when all are compared with each other
 */
public record PairedTable(String quantity, String unit, List<String> cases, List<Column> columns, String baseline) {

    /**
     * One method.
     *
     * @param name name of the method, for instance of a network
     * @param values one a case; NaN where there is none
     */
    public record Column(String name, List<Double> values) {

        /** Refuses an infinite value. */
        public Column {
            Objects.requireNonNull(name);
            values = List.copyOf(values);
            if (values.stream().anyMatch(value -> value.isInfinite())) {
                throw new IllegalArgumentException("The column '" + name + "' has an infinite value.");
            }
        }

        /** A column from an array. */
        public static Column of(String name, double... values) {
            return new Column(name, IntStream.range(0, values.length).mapToObj(i -> values[i]).toList());
        }

        /** The values that are there. */
        public double[] present() {
            return values.stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value)).toArray();
        }
    }

    /**
     * Two columns to compare, over the cases that both have a value for.
     *
     * @param first the column compared with
     * @param second the column to judge; differences are second less first
     * @param rows rows of the cases with both values
     */
    public record Pair(Column first, Column second, List<Integer> rows) {

        /** The values of the first column, a complete case each. */
        public double[] firstValues() {
            return rows.stream().mapToDouble(first.values()::get).toArray();
        }

        /** The values of the second column, a complete case each. */
        public double[] secondValues() {
            return rows.stream().mapToDouble(second.values()::get).toArray();
        }
    }

    /** Refuses columns of another length than the cases, names that stand twice, and a baseline that is no column. */
    public PairedTable {
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(unit);
        cases = List.copyOf(cases);
        columns = List.copyOf(columns);
        List<String> names = columns.stream().map(Column::name).toList();
        if (names.stream().distinct().count() != names.size() || cases.stream().distinct().count() != cases.size()) {
            throw new IllegalArgumentException("A name stands twice among " + names + " or " + cases + ".");
        }
        for (Column column : columns) {
            if (column.values().size() != cases.size()) {
                throw new IllegalArgumentException("The column '" + column.name() + "' has " + column.values().size()
                        + " values for " + cases.size() + " cases.");
            }
        }
        if (!baseline.isEmpty() && !names.contains(baseline)) {
            throw new IllegalArgumentException("The baseline '" + baseline + "' is not among " + names + ".");
        }
    }

    /** The pairs to compare: the baseline with every other column, or every column with every later one. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Column first : columns) {
            for (Column second : columns) {
                boolean compared = baseline.isEmpty() ? columns.indexOf(first) < columns.indexOf(second)
                        : first.name().equals(baseline) && !second.name().equals(baseline);
                if (compared) {
                    pairs.add(new Pair(first, second, completeRows(first, second)));
                }
            }
        }
        return pairs;
    }

    /** The names of the cases that a pair leaves out since one of its columns has no value for them. */
    public List<String> leftOut(Pair pair) {
        Set<Integer> complete = new HashSet<>(pair.rows());
        return IntStream.range(0, cases.size()).filter(row -> !complete.contains(row)).mapToObj(cases::get).toList();
    }

    private List<Integer> completeRows(Column first, Column second) {
        return IntStream.range(0, cases.size())
                .filter(row -> !first.values().get(row).isNaN() && !second.values().get(row).isNaN()).boxed().toList();
    }
}

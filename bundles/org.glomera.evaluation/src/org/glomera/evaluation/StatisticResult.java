package org.glomera.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a statistic found.
 *
 * @param method the method by name, as it would stand in a paper
 * @param assumptions what the method takes for granted, a sentence each
 * @param rows the numbers
 */
public record StatisticResult(String method, List<String> assumptions, List<Row> rows) {

    /** Copies its lists. */
    public StatisticResult {
        Objects.requireNonNull(method);
        assumptions = List.copyOf(assumptions);
        rows = List.copyOf(rows);
    }

    /**
     * The numbers about one column, one pair of columns or all columns. A value called {@code p} belongs to the family
     * of tests that {@link Holm#adjust(List)} corrects; the ends of the confidence interval of {@code x} are called
     * {@code x_low} and {@code x_high}.
     *
     * @param of name of the column; empty when the row is about all columns at once
     * @param against name of the column it is compared with; empty when the row is not about a pair
     * @param values numbers by name, in the order they are shown; NaN where one cannot be computed
     * @param remarks why a number is missing, which cases were left out, how the numbers were computed; a sentence each
     */
    public record Row(String of, String against, Map<String, Double> values, List<String> remarks) {

        /** Copies its collections. */
        public Row {
            Objects.requireNonNull(of);
            Objects.requireNonNull(against);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            remarks = List.copyOf(remarks);
        }

        /**
         * A number by its name.
         *
         * @throws IllegalArgumentException when the row has none of this name
         */
        public double value(String name) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("There is no '" + name + "' among " + values.keySet() + ".");
            }
            return values.get(name);
        }
    }
}

package org.glomera.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.glomera.evaluation.StatisticResult.Row;

/**
 * Holm's step-down correction for several tests (Holm, Scandinavian Journal of Statistics 6, 1979): it holds the
 * probability of one or more false rejections in the family at the level, whatever the tests' dependence.
 */
public final class Holm {

    /** Name of the value that a corrected row has: its p value, adjusted. */
    public static final String ADJUSTED = "p_holm";

    private static final String P_VALUE = "p";
    private static final String CORRECTED = ", p values corrected for ";

    private Holm() {
    }

    /**
     * Corrects several tables together: the family is every p value (a value named {@code p}) in any of their rows, for
     * instance those of the right and of the left kidney. Each row with a {@code p} gets a {@link #ADJUSTED} right
     * after it, and each table that has such a row says in its method how large the family is. What had been corrected
     * before is corrected anew, so a family may be put together from tables of another one.
     *
     * @param family what is shown together and claimed together
     * @return the tables in their order; rows without a {@code p} are as they were
     * @throws IllegalArgumentException when a p value lies outside 0 to 1
     */
    public static List<StatisticResult> adjust(List<StatisticResult> family) {
        double[] adjusted = adjust(family.stream().flatMap(table -> table.rows().stream())
                .filter(row -> row.values().containsKey(P_VALUE)).mapToDouble(row -> row.value(P_VALUE)).toArray());
        long tests = IntStream.range(0, adjusted.length).filter(i -> !Double.isNaN(adjusted[i])).count();
        List<StatisticResult> corrected = new ArrayList<>();
        int next = 0;
        for (StatisticResult table : family) {
            List<Row> rows = new ArrayList<>();
            for (Row row : table.rows()) {
                boolean tested = row.values().containsKey(P_VALUE);
                rows.add(tested ? withAdjusted(row, adjusted[next++]) : row);
            }
            boolean tested = rows.stream().anyMatch(row -> row.values().containsKey(P_VALUE));
            corrected.add(new StatisticResult(tested ? method(table.method(), tests) : table.method(),
                    table.assumptions(), rows));
        }
        return corrected;
    }

    private static String method(String test, long tests) {
        int before = test.indexOf(CORRECTED);
        return (before < 0 ? test : test.substring(0, before)) + CORRECTED + tests
                + (tests == 1 ? " comparison" : " comparisons") + " by Holm's method";
    }

    private static Row withAdjusted(Row row, double adjusted) {
        Map<String, Double> values = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            values.put(name, value);
            if (name.equals(P_VALUE)) {
                values.put(ADJUSTED, adjusted);
            }
        });
        values.put(ADJUSTED, adjusted);
        return new Row(row.of(), row.against(), values, row.remarks());
    }

    /**
     * Adjusted p values, {@code max over j <= i of min(1, (m - j + 1) p(j))} for the i-th smallest of m.
     *
     * @param pValues the family, 0 to 1; NaN for a test that could not be done, which does not count in the family
     * @return one a given p value, in their order; NaN stays NaN
     * @throws IllegalArgumentException when a value lies outside 0 to 1
     */
    public static double[] adjust(double... pValues) {
        for (double p : pValues) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException(p + " is not a p value.");
            }
        }
        int[] ascending = IntStream.range(0, pValues.length).filter(i -> !Double.isNaN(pValues[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i])).mapToInt(Integer::intValue).toArray();
        double[] adjusted = pValues.clone();
        double largest = 0;
        for (int j = 0; j < ascending.length; j++) {
            largest = Math.max(largest, Math.min(1, (ascending.length - j) * pValues[ascending[j]]));
            adjusted[ascending[j]] = largest;
        }
        return adjusted;
    }
}

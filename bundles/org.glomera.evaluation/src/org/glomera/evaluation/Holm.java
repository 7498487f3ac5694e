package org.glomera.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for several tests (Holm, Scandinavian Journal of Statistics 6, 1979): it holds the
 * probability of one or more false rejections in the family at the level, whatever the tests' dependence.
 */
public final class Holm {

    private Holm() {
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

package org.glomera.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.TTest;

/**
 * Student's t-test of paired values, two-sided (Student, Biometrika 6, 1908). It assumes that the differences are
 * normally distributed, so the program's own comparisons use Wilcoxon's test; this one is here to recompute what others
 * published.
 */
public final class PairedTTest {

    /**
     * The outcome of a test.
     *
     * @param n number of pairs
     * @param meanDifference mean of second less first; NaN when there is no pair
     * @param t mean difference over its standard error; NaN below two pairs and when all differences are equal
     * @param pTwoSided two-sided p value with n - 1 degrees of freedom; NaN where {@code t} is
     */
    public record Result(int n, double meanDifference, double t, double pTwoSided) {
    }

    private PairedTTest() {
    }

    /**
     * Tests whether the mean of {@code second - first} is zero.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    public static Result test(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " values are no pairs.");
        }
        double[] differences = IntStream.range(0, first.length).mapToDouble(i -> second[i] - first[i]).toArray();
        Summary summary = Summary.of(differences);
        if (differences.length < 2 || Arrays.stream(differences).distinct().count() == 1) {
            return new Result(differences.length, summary.mean(), Double.NaN, Double.NaN);
        }
        TTest.Result result = TTest.withDefaults().test(differences);
        return new Result(differences.length, summary.mean(), result.getStatistic(), result.getPValue());
    }
}

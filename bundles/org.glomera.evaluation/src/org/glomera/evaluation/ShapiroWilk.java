package org.glomera.evaluation;

import java.util.Arrays;

import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Shapiro and Wilk's test whether a sample comes from a normal distribution (Biometrika 52, 1965), by Royston's
 * approximation of its coefficients and of its p value (Statistics and Computing 2, 1992; Applied Statistics 44, 1995,
 * algorithm AS R94), as R and SciPy have it. For three values the p value is exact.
 *
 * <p>With few cases it sees coarse deviations only and with many it sees harmless ones, so it warns and never decides
 * which test is done. Neither Apache Commons Math nor Commons Statistics has it.
 */
public final class ShapiroWilk {

    /** The smallest sample that can be judged. */
    public static final int FEWEST = 3;
    /** The largest sample that Royston's approximation was made for. */
    public static final int MOST = 5000;

    /** How the p value is computed. */
    public static final String METHOD = "Royston's approximation (AS R94)";
    /** How the p value of three values is computed. */
    public static final String EXACT = "exact";
    /** Said in place of a method when fewer than {@value #FEWEST} values are there. */
    public static final String TOO_FEW = "not computed: fewer than three values";
    /** Said in place of a method when more than {@value #MOST} values are there. */
    public static final String TOO_MANY = "not computed: the approximation holds up to 5000 values";
    /** Said in place of a method when the values do not differ. */
    public static final String ALL_EQUAL = "not computed: all values are equal";

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** From here on the p value has one and the same normalising transformation. */
    private static final int LARGE = 12;

    /** Royston 1995, in the reciprocal root of n: what the last two coefficients are more than the normal scores. */
    private static final PolynomialFunction LAST = polynomial(0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056);
    private static final PolynomialFunction LAST_BUT_ONE = polynomial(0, 0.042981, -0.293762, -1.752461, 5.682633,
            -3.582633);
    /** Royston 1995, table 1: mean and logarithm of the standard deviation of the transformed W, in n up to 11. */
    private static final PolynomialFunction SMALL_LIMIT = polynomial(-2.273, 0.459);
    private static final PolynomialFunction SMALL_MEAN = polynomial(0.544, -0.39978, 0.025054, -6.714e-4);
    private static final PolynomialFunction SMALL_LOG_DEVIATION = polynomial(1.3822, -0.77857, 0.062767, -0.0020322);
    /** The same in the logarithm of n, from 12. */
    private static final PolynomialFunction LARGE_MEAN = polynomial(-1.5861, -0.31082, -0.083751, 0.0038915);
    private static final PolynomialFunction LARGE_LOG_DEVIATION = polynomial(-0.4803, -0.082676, 0.0030302);

    /**
     * The outcome of a test.
     *
     * @param n number of values
     * @param w the test statistic, from 0 to 1; the closer to 1 the more normal. NaN when it is not computed
     * @param p probability of a W as small from a normal distribution; NaN when it is not computed
     * @param method how the p value was computed: one of the constants of {@link ShapiroWilk}
     */
    public record Result(int n, double w, double p, String method) {
    }

    private ShapiroWilk() {
    }

    /**
     * Tests {@code second - first}. Differences that are equal but for the rounding of decimals to binary count as
     * equal.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    public static Result test(double[] first, double[] second) {
        return test(PairedDifferences.of(first, second));
    }

    /**
     * Tests a sample.
     *
     * @throws IllegalArgumentException when a value is not finite
     */
    public static Result test(double[] values) {
        PairedDifferences.requireFinite(values);
        int n = values.length;
        if (n < FEWEST) {
            return new Result(n, Double.NaN, Double.NaN, TOO_FEW);
        }
        if (n > MOST) {
            return new Result(n, Double.NaN, Double.NaN, TOO_MANY);
        }
        if (PairedDifferences.allEqual(PairedDifferences.withoutRounding(values))) {
            return new Result(n, Double.NaN, Double.NaN, ALL_EQUAL);
        }
        double w = statistic(Arrays.stream(values).sorted().toArray());
        return n == FEWEST ? new Result(n, w, exactOfThree(w), EXACT) : new Result(n, w, p(n, w), METHOD);
    }

    private static double statistic(double[] sorted) {
        double[] coefficients = coefficients(sorted.length);
        double mean = Mean.of(sorted).getAsDouble();
        double product = 0;
        double squares = 0;
        for (int i = 0; i < sorted.length; i++) {
            product += coefficients[i] * (sorted[i] - mean);
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return Math.min(1, product * product / squares);
    }

    /** Ascending and antisymmetric, the sum of their squares is 1. */
    private static double[] coefficients(int n) {
        if (n == FEWEST) {
            return new double[] {-Math.sqrt(0.5), 0, Math.sqrt(0.5)};
        }
        double[] scores = new double[n];
        Arrays.setAll(scores, i -> NORMAL.inverseCumulativeProbability((i + 1 - 0.375) / (n + 0.25)));
        double squares = Arrays.stream(scores).map(m -> m * m).sum();
        double reciprocalRoot = 1 / Math.sqrt(n);
        double last = scores[n - 1] / Math.sqrt(squares) + LAST.value(reciprocalRoot);
        double lastButOne = scores[n - 2] / Math.sqrt(squares) + LAST_BUT_ONE.value(reciprocalRoot);
        int corrected = n > 5 ? 2 : 1;
        double left = squares - 2 * scores[n - 1] * scores[n - 1];
        double share = 1 - 2 * last * last;
        if (corrected == 2) {
            left -= 2 * scores[n - 2] * scores[n - 2];
            share -= 2 * lastButOne * lastButOne;
        }
        double scale = Math.sqrt(left / share);
        double[] coefficients = new double[n];
        Arrays.setAll(coefficients, i -> scores[i] / scale);
        coefficients[0] = -last;
        coefficients[n - 1] = last;
        if (corrected == 2) {
            coefficients[1] = -lastButOne;
            coefficients[n - 2] = lastButOne;
        }
        return coefficients;
    }

    private static double exactOfThree(double w) {
        return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))));
    }

    private static double p(int n, double w) {
        double logarithm = Math.log1p(-w);
        double of = n < LARGE ? n : Math.log(n);
        if (n < LARGE) {
            double limit = SMALL_LIMIT.value(n);
            if (logarithm >= limit) {
                return 0;
            }
            logarithm = -Math.log(limit - logarithm);
        }
        double mean = (n < LARGE ? SMALL_MEAN : LARGE_MEAN).value(of);
        double deviation = Math.exp((n < LARGE ? SMALL_LOG_DEVIATION : LARGE_LOG_DEVIATION).value(of));
        return NORMAL.survivalProbability((logarithm - mean) / deviation);
    }

    private static PolynomialFunction polynomial(double... coefficients) {
        return new PolynomialFunction(coefficients);
    }
}

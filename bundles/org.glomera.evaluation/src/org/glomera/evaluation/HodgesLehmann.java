package org.glomera.evaluation;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Hodges-Lehmann estimate of the paired difference with its confidence interval (Hodges and Lehmann, Annals of
 * Mathematical Statistics 34, 1963; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., 2014,
 * sections 3.2 and 3.3). The estimate, also called pseudomedian, is the median of the {@code n (n + 1) / 2} Walsh
 * averages {@code (d(i) + d(j)) / 2}, {@code i <= j}. The interval reaches from the {@code k + 1}-th smallest to the
 * {@code k + 1}-th largest of them, where {@code k} is the largest value that the signed-rank sum of {@code n}
 * untied differences reaches or falls below with a probability of at most half of {@code 1 - level}.
 *
 * <p><b>Ties and zeros</b> are kept, by Noether's method (Journal of the American Statistical Association 62, 1967):
 * the closed interval then holds the centre of a discrete symmetric distribution with at least the level. R's
 * {@code wilcox.test} drops zeros and changes to a normal approximation instead; a zero is a case without a difference,
 * and an estimate of the difference that leaves such cases out is too large.
 *
 * <p>Neither Apache Commons Math nor Commons Statistics has the estimate or its interval.
 */
public final class HodgesLehmann {

    /** The largest number of differences for which the interval comes from the exact distribution. */
    public static final int EXACT_UP_TO = WilcoxonSignedRank.EXACT_UP_TO;

    /** The method where no absolute differences are equal and none is zero. */
    public static final String EXACT = "exact signed-rank distribution";
    /** The method where differences tie or are zero. */
    public static final String EXACT_WITH_TIES = "exact signed-rank distribution, closed interval, ties and zeros kept"
            + " (Noether), so it holds at least the level";
    /** The method for more than {@value #EXACT_UP_TO} differences. */
    public static final String APPROXIMATE = "normal approximation of the signed-rank distribution with a correction"
            + " for continuity, ties and zeros kept";
    /** Said in place of a method when there are too few differences for the level. */
    public static final String TOO_FEW = "not computed: too few differences for this level";
    /** Said in place of a method when all differences are the same. */
    public static final String ALL_EQUAL = "not computed: all differences are equal";

    /**
     * The estimate.
     *
     * @param n number of differences, zeros among them
     * @param zeros number of differences that are zero
     * @param ties whether absolute differences other than zero are equal
     * @param estimate the median of the Walsh averages, in the unit of the differences; NaN when {@code n} is 0
     * @param interval its confidence interval; undefined when too few differences or only equal ones are there
     * @param confidence the level that the interval has without ties, at least the level asked for; when it is
     *        undefined for {@link #TOO_FEW}, the highest level that so many differences can give
     * @param method how the interval was computed: one of the constants of {@link HodgesLehmann}
     */
    public record Result(int n, int zeros, boolean ties, double estimate, Interval interval, double confidence,
            String method) {
    }

    private HodgesLehmann() {
    }

    /**
     * Estimates {@code second - first}. Differences that are equal or zero but for the rounding of decimals to binary
     * count as equal or zero.
     *
     * @param level confidence level, between 0 and 1
     * @throws IllegalArgumentException when the lengths differ, a value is not finite or the level is none
     */
    public static Result of(double[] first, double[] second, double level) {
        return of(PairedDifferences.of(first, second), level);
    }

    /**
     * Estimates the centre of differences.
     *
     * @param level confidence level, between 0 and 1
     * @throws IllegalArgumentException when a value is not finite or the level is none
     */
    public static Result of(double[] differences, double level) {
        PairedDifferences.requireFinite(differences);
        double tail = Interval.alpha(level) / 2;
        int n = differences.length;
        double[] sorted = Arrays.stream(differences).map(d -> d + 0.0).sorted().toArray();
        int zeros = (int) Arrays.stream(sorted).filter(d -> d == 0).count();
        boolean ties = Arrays.stream(sorted).filter(d -> d != 0).map(Math::abs).distinct().count() < n - zeros;
        long averages = n * (n + 1L) / 2;
        double estimate = n == 0 ? Double.NaN
                : middle(walshAverage(sorted, (averages + 1) / 2), walshAverage(sorted, averages / 2 + 1));
        if (n > 1 && PairedDifferences.allEqual(sorted)) {
            return new Result(n, zeros, ties, estimate, Interval.UNDEFINED, Double.NaN, ALL_EQUAL);
        }
        Critical critical = n > EXACT_UP_TO ? approximate(n, tail) : exact(n, tail);
        if (critical.sum() < 0) {
            return new Result(n, zeros, ties, estimate, Interval.UNDEFINED, Math.max(0, 1 - Math.scalb(2.0, -n)),
                    TOO_FEW);
        }
        Interval interval = new Interval(walshAverage(sorted, critical.sum() + 1),
                walshAverage(sorted, averages - critical.sum()));
        String method = n > EXACT_UP_TO ? APPROXIMATE : ties || zeros > 0 ? EXACT_WITH_TIES : EXACT;
        return new Result(n, zeros, ties, estimate, interval, 1 - 2 * critical.probability(), method);
    }

    /** The largest rank sum that is reached or fallen below with a small enough probability; -1 when none is. */
    private record Critical(long sum, double probability) {
    }

    private static Critical exact(int n, double tail) {
        double[] cumulative = SignedRankDistribution.lowerHalf(n);
        int sum = -1;
        while (sum + 1 < cumulative.length && cumulative[sum + 1] <= tail) {
            sum++;
        }
        return new Critical(sum, sum < 0 ? 0 : cumulative[sum]);
    }

    private static Critical approximate(int n, double tail) {
        NormalDistribution normal = NormalDistribution.of(mean(n), deviation(n));
        long sum = (long) Math.floor(normal.inverseCumulativeProbability(tail) - 0.5);
        return new Critical(sum, normal.cumulativeProbability(sum + 0.5));
    }

    private static double mean(int n) {
        return n * (n + 1.0) / 4;
    }

    private static double deviation(int n) {
        return Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24);
    }

    private static double middle(double low, double high) {
        return low == high ? low : low + (high - low) / 2;
    }

    /**
     * The {@code order}-th smallest Walsh average (from 1): the smallest number that so many averages do not exceed,
     * by bisection over the numbers there are between the smallest and the largest difference. The middle of two
     * whole numbers is taken without their sum, which could overflow.
     */
    private static double walshAverage(double[] sorted, long order) {
        long low = ordered(sorted[0]);
        long high = ordered(sorted[sorted.length - 1]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (countUpTo(sorted, number(middle)) >= order) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return number(low);
    }

    /** How many Walsh averages do not exceed a number. */
    private static long countUpTo(double[] sorted, double number) {
        long count = 0;
        int j = sorted.length - 1;
        for (int i = 0; i < sorted.length && i <= j; i++) {
            while (j >= i && sorted[i] / 2 + sorted[j] / 2 > number) {
                j--;
            }
            count += j - i + 1;
        }
        return count;
    }

    /** A whole number that is ordered as the finite number is. */
    private static long ordered(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered < 0 ? Long.MIN_VALUE - ordered : ordered);
    }
}

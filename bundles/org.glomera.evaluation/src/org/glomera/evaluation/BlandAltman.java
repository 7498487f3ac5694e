package org.glomera.evaluation;

import java.util.Arrays;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Agreement of two methods of measurement (Bland and Altman, Lancet 327, 1986; Statistical Methods in Medical Research
 * 8, 1999): the bias, which is the mean difference, and the limits of agreement, bias plus and minus 1.96 (the normal
 * quantile of 0.975) standard deviations, between which 95 % of the differences are expected.
 *
 * <p>The interval of the bias is Student's. Those of the limits are exact for normal differences: a limit's estimate
 * less the limit itself, over the standard error of the mean, has the noncentral t distribution (Carkeet, Optometry and
 * Vision Science 92, 2015). Bland and Altman's own intervals, {@code limit -+ t sqrt(3) s / sqrt(n)}, are an
 * approximation for many cases; with 15 they are a little too narrow outwards and too wide inwards.
 */
public final class BlandAltman {

    /** How the intervals are computed. */
    public static final String METHOD = "bias by Student's t, limits exact by the noncentral t distribution (Carkeet)";
    /** Said in place of a method when one case or none is there. */
    public static final String TOO_FEW = "not computed: one case has no standard deviation";
    /** Said in place of a method when the differences do not differ from each other. */
    public static final String ALL_EQUAL = "not computed: all differences are equal";

    /** The limits hold this share of normal differences. */
    private static final double SHARE = 0.95;

    /** What a percent difference is a percentage of. */
    public enum PercentOf {
        /** The first value of a pair, which is a reference. */
        FIRST,
        /** The mean of both values of a pair, where neither is a reference (Bland and Altman 1999, section 2.2). */
        MEAN
    }

    /**
     * Bias and limits in the unit of the differences.
     *
     * @param n number of differences
     * @param bias mean difference; NaN when {@code n} is 0
     * @param biasInterval its confidence interval
     * @param standardDeviation of the differences, with n - 1 in the denominator; NaN for fewer than two
     * @param lowerLimit bias less 1.96 standard deviations
     * @param lowerInterval its confidence interval
     * @param upperLimit bias plus 1.96 standard deviations
     * @param upperInterval its confidence interval
     * @param method how the intervals were computed: one of the constants of {@link BlandAltman}
     */
    public record Result(int n, double bias, Interval biasInterval, double standardDeviation, double lowerLimit,
            Interval lowerInterval, double upperLimit, Interval upperInterval, String method) {
    }

    private BlandAltman() {
    }

    /**
     * Judges {@code second - first}. Differences that are equal but for the rounding of decimals to binary count as
     * equal.
     *
     * @param level confidence level of the intervals, between 0 and 1
     * @throws IllegalArgumentException when the lengths differ, a value is not finite or the level is none
     */
    public static Result of(double[] first, double[] second, double level) {
        return of(PairedDifferences.of(first, second), level);
    }

    /**
     * Judges differences.
     *
     * @param level confidence level of the intervals, between 0 and 1
     * @throws IllegalArgumentException when a value is not finite or the level is none
     */
    public static Result of(double[] differences, double level) {
        PairedDifferences.requireFinite(differences);
        double tail = Interval.alpha(level) / 2;
        int n = differences.length;
        if (n < 2) {
            return new Result(n, n == 0 ? Double.NaN : differences[0], Interval.UNDEFINED, Double.NaN, Double.NaN,
                    Interval.UNDEFINED, Double.NaN, Interval.UNDEFINED, TOO_FEW);
        }
        if (PairedDifferences.allEqual(PairedDifferences.withoutRounding(differences))) {
            double all = differences[0];
            return new Result(n, all, Interval.UNDEFINED, 0, all, Interval.UNDEFINED, all, Interval.UNDEFINED,
                    ALL_EQUAL);
        }
        double bias = Mean.of(differences).getAsDouble();
        double deviation = StandardDeviation.of(differences).getAsDouble();
        double error = deviation / Math.sqrt(n);
        double quantile = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + SHARE) / 2);
        double half = error * TDistribution.of(n - 1.0).inverseSurvivalProbability(tail);
        NoncentralT distribution = new NoncentralT(n - 1.0, quantile * Math.sqrt(n));
        double near = error * distribution.quantile(tail);
        double far = error * distribution.quantile(1 - tail);
        return new Result(n, bias, new Interval(bias - half, bias + half), deviation, bias - quantile * deviation,
                new Interval(bias - far, bias - near), bias + quantile * deviation,
                new Interval(bias + near, bias + far), METHOD);
    }

    /**
     * Differences {@code second - first} in percent, pair by pair; NaN where what they are a percentage of is zero.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    public static double[] percent(double[] first, double[] second, PercentOf of) {
        PairedDifferences.requirePairs(first, second);
        double[] percent = new double[first.length];
        Arrays.setAll(percent, i -> {
            double whole = of == PercentOf.FIRST ? first[i] : (first[i] + second[i]) / 2;
            return whole == 0 ? Double.NaN : 100 * (second[i] - first[i]) / whole;
        });
        return percent;
    }
}

package org.glomera.evaluation;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two correlations of paired values: Pearson's, how close the pairs lie to any straight line, and Lin's concordance,
 * how close they lie to the line of identity (Lin, Biometrics 45, 1989, with the corrections of Biometrics 56, 2000,
 * page 324).
 *
 * <p>Pearson's interval is Fisher's by the z transformation, {@code atanh r -+ 1.96 / sqrt(n - 3)} at 95 %. Lin's is
 * asymptotic by the z transformation, with his variance over {@code n - 2}; variances and covariance have {@code n} in
 * the denominator, as in his paper. Apache Commons Math gives Pearson's correlation; neither Commons library has an
 * interval for it or Lin's concordance.
 */
public final class Concordance {

    /** How the intervals are computed. */
    public static final String METHOD = "intervals by Fisher's z transformation (Pearson) and Lin's (concordance)";
    /** Said in place of a method when one case or none is there. */
    public static final String TOO_FEW = "not computed: fewer than two cases";
    /** Said in place of a method when the first column does not vary. */
    public static final String FIRST_CONSTANT = "not computed: all values of the first column are equal";
    /** Said in place of a method when the second column does not vary. */
    public static final String SECOND_CONSTANT = "not computed: all values of the second column are equal";

    /**
     * Both correlations; NaN and undefined where they cannot be computed.
     *
     * @param n number of pairs
     * @param pearson from -1 to 1
     * @param pearsonInterval undefined for fewer than four pairs and for a correlation of -1 or 1
     * @param lin from -1 to 1; 1 only when all pairs are equal. It is {@code pearson * accuracy}
     * @param linInterval undefined for fewer than three pairs and for a concordance of -1 or 1
     * @param accuracy Lin's bias correction factor, from 0 to 1: 1 when means and variances are equal
     * @param method how the intervals were computed: one of the constants of {@link Concordance}
     */
    public record Result(int n, double pearson, Interval pearsonInterval, double lin, Interval linInterval,
            double accuracy, String method) {
    }

    private Concordance() {
    }

    /**
     * Both correlations of pairs.
     *
     * @param level confidence level of the intervals, between 0 and 1
     * @throws IllegalArgumentException when the lengths differ, a value is not finite or the level is none
     */
    public static Result of(double[] first, double[] second, double level) {
        PairedDifferences.requirePairs(first, second);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.alpha(level) / 2);
        int n = first.length;
        String missing = n < 2 ? TOO_FEW : constant(first) ? FIRST_CONSTANT : constant(second) ? SECOND_CONSTANT : "";
        if (!missing.isEmpty()) {
            return new Result(n, Double.NaN, Interval.UNDEFINED, Double.NaN, Interval.UNDEFINED, Double.NaN, missing);
        }
        double r = Math.max(-1, Math.min(1, new PearsonsCorrelation().correlation(first, second)));
        double varianceFirst = variance(first);
        double varianceSecond = variance(second);
        double shift = Mean.of(second).getAsDouble() - Mean.of(first).getAsDouble();
        double deviations = Math.sqrt(varianceFirst) * Math.sqrt(varianceSecond);
        double accuracy = 2 * deviations / (varianceFirst + varianceSecond + shift * shift);
        double lin = r * accuracy;
        Interval linInterval = n < 3 || Math.abs(lin) == 1 ? Interval.UNDEFINED
                : transformed(lin, z * linError(n, r, accuracy, shift * shift / deviations));
        Interval pearsonInterval = n < 4 || Math.abs(r) == 1 ? Interval.UNDEFINED
                : transformed(r, z / Math.sqrt(n - 3.0));
        return new Result(n, r, pearsonInterval, lin, linInterval, accuracy, METHOD);
    }

    /**
     * Standard error of the transformed concordance: Lin's equation with {@code lin / r} written as the accuracy, so
     * that it holds for an {@code r} of zero.
     *
     * @param u2 square of the difference of the means over the product of the standard deviations
     */
    private static double linError(int n, double r, double accuracy, double u2) {
        double lin = r * accuracy;
        double a2 = accuracy * accuracy;
        double r2 = r * r;
        double variance = (1 - r2) * a2 * (1 - lin * lin) + 2 * r2 * a2 * accuracy * (1 - lin) * u2
                - r2 * a2 * a2 * u2 * u2 / 2;
        return Math.sqrt(Math.max(0, variance) / (n - 2)) / (1 - lin * lin);
    }

    private static Interval transformed(double correlation, double half) {
        double z = 0.5 * (Math.log1p(correlation) - Math.log1p(-correlation));
        return new Interval(Math.tanh(z - half), Math.tanh(z + half));
    }

    private static boolean constant(double[] values) {
        return PairedDifferences.allEqual(PairedDifferences.withoutRounding(values));
    }

    private static double variance(double[] values) {
        return Variance.of(values).setBiased(true).getAsDouble();
    }
}

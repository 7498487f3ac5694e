package org.glomera.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Wilcoxon's signed-rank test of paired differences, two-sided (Wilcoxon, Biometrics Bulletin 1, 1945). Zero
 * differences are dropped, as Wilcoxon did; absolute differences that are equal share the mean of their ranks.
 *
 * <p>Up to {@value #EXACT_UP_TO} differences the p value is exact, from the distribution of the rank sum over all
 * 2<sup>n</sup> equally probable sign patterns of the mid-ranks that are there, see {@link SignedRankDistribution};
 * Apache Commons Statistics has it without ties only. Ranks and the approximation for more differences come from that
 * library.
 */
public final class WilcoxonSignedRank {

    /**
     * The largest number of non-zero differences for which the p value is exact. It takes a millisecond there and grows
     * with the third power; the approximation differs there from a p value of 0.05 by less than 1 % of it.
     */
    public static final int EXACT_UP_TO = 200;

    /** The method where no differences tie. */
    public static final String EXACT = "exact distribution, zeros dropped";
    /** The method where differences tie. */
    public static final String EXACT_WITH_TIES = "exact permutation distribution of the mid-ranks, zeros dropped";
    /** The method for more than {@value #EXACT_UP_TO} differences. */
    public static final String APPROXIMATE = "normal approximation with corrections for ties and continuity, zeros"
            + " dropped";
    /** Said in place of a method when there is nothing to test. */
    public static final String NOTHING_TO_TEST = "not computed: there is no difference other than zero";

    /**
     * The outcome of a test.
     *
     * @param n number of differences that are not zero
     * @param zeros number of differences that are zero, which were dropped
     * @param ties whether absolute differences are equal
     * @param wPlus sum of the ranks of the positive differences
     * @param wMinus sum of the ranks of the negative differences
     * @param pTwoSided two-sided p value, twice the smaller tail and at most 1; NaN when {@code n} is 0
     * @param method how the p value was computed: one of the constants of {@link WilcoxonSignedRank}
     */
    public record Result(int n, int zeros, boolean ties, double wPlus, double wMinus, double pTwoSided,
            String method) {
    }

    private WilcoxonSignedRank() {
    }

    /**
     * Tests whether {@code second - first} is symmetric about zero. Differences that are equal or zero but for the
     * rounding of decimals to binary (10<sup>-12</sup> of the largest value) count as equal or zero.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    public static Result test(double[] first, double[] second) {
        return test(PairedDifferences.of(first, second));
    }

    /**
     * Tests whether differences are symmetric about zero; they are taken as they are, to the last bit.
     *
     * @throws IllegalArgumentException when a value is not finite
     */
    public static Result test(double[] differences) {
        PairedDifferences.requireFinite(differences);
        double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        int zeros = differences.length - kept.length;
        if (kept.length == 0) {
            return new Result(0, zeros, false, 0, 0, Double.NaN, NOTHING_TO_TEST);
        }
        double[] magnitudes = Arrays.stream(kept).map(Math::abs).toArray();
        double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).apply(magnitudes);
        double wPlus = IntStream.range(0, kept.length).filter(i -> kept[i] > 0).mapToDouble(i -> ranks[i]).sum();
        double wMinus = kept.length * (kept.length + 1) / 2.0 - wPlus;
        boolean ties = Arrays.stream(magnitudes).distinct().count() < kept.length;
        String method = kept.length > EXACT_UP_TO ? APPROXIMATE : ties ? EXACT_WITH_TIES : EXACT;
        double p = kept.length > EXACT_UP_TO ? approximateTwoSided(kept)
                : exactTwoSided(ranks, Math.min(wPlus, wMinus));
        return new Result(kept.length, zeros, ties, wPlus, wMinus, p, method);
    }

    private static double approximateTwoSided(double[] differences) {
        return WilcoxonSignedRankTest.withDefaults().with(PValueMethod.ASYMPTOTIC).with(ContinuityCorrection.ENABLED)
                .test(differences).getPValue();
    }

    /**
     * Twice the probability that the ranks with a positive sign sum to at most {@code smallerSum}, at most 1, when
     * every rank has either sign with probability 1/2.
     *
     * @param ranks mid-ranks: multiples of 1/2
     */
    static double exactTwoSided(double[] ranks, double smallerSum) {
        return Math.min(1, 2 * SignedRankDistribution.cumulative(ranks, smallerSum));
    }
}

package org.glomera.evaluation;

/**
 * The matched-pairs rank-biserial correlation (Kerby, Comprehensive Psychology 3, 2014, article 11.IT.3.1): how much of
 * the rank sum speaks for one direction less how much speaks for the other, {@code (W+ - W-) / (W+ + W-)}. It is the effect size of {@link WilcoxonSignedRank} and ranks alike: zero differences
 * are dropped, ties share the mean of their ranks.
 */
public final class RankBiserial {

    /**
     * The effect size.
     *
     * @param n number of differences that are not zero
     * @param zeros number of differences that are zero, which were dropped
     * @param wPlus sum of the ranks of the positive differences
     * @param wMinus sum of the ranks of the negative differences
     * @param correlation from -1 (every difference negative) to 1 (every difference positive); NaN when {@code n} is 0
     */
    public record Result(int n, int zeros, double wPlus, double wMinus, double correlation) {
    }

    private RankBiserial() {
    }

    /**
     * The effect size of {@code second - first}.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    public static Result of(double[] first, double[] second) {
        return of(WilcoxonSignedRank.test(first, second));
    }

    /** The effect size that goes with a test. */
    public static Result of(WilcoxonSignedRank.Result test) {
        double correlation = test.n() == 0 ? Double.NaN
                : (test.wPlus() - test.wMinus()) / (test.wPlus() + test.wMinus());
        return new Result(test.n(), test.zeros(), test.wPlus(), test.wMinus(), correlation);
    }
}

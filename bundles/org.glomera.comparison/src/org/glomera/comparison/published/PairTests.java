package org.glomera.comparison.published;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.glomera.comparison.published.Quantity.Test;
import org.glomera.evaluation.PairedTTest;
import org.glomera.evaluation.WilcoxonSignedRank;

/** P values of pairs, with the bounds that rounded values allow. Stateless. */
final class PairTests {

    private PairTests() {
    }

    /** The two-sided p value of a test of pairs; NaN where there is nothing to test. */
    static double p(Test test, double[] first, double[] second) {
        return switch (test) {
            case WILCOXON -> WilcoxonSignedRank.test(first, second).pTwoSided();
            case T -> PairedTTest.test(first, second).pTwoSided();
        };
    }

    /**
     * The p value of Wilcoxon's test within what the rounding of its values allows. The sum of the positive ranks is
     * the number of pairs of differences with a positive mean, so it never falls when a difference grows: it is least
     * when every difference is as small as it can be, and greatest when every one is as large (Tukey's form of the
     * statistic; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., 2014, section 3.1).
     *
     * @param halfUnit how far each value may be from the one that it was rounded from
     * @throws IllegalArgumentException when there is nothing to test
     */
    static Range wilcoxon(double[] first, double[] second, double halfUnit) {
        double p = p(Test.WILCOXON, first, second);
        if (halfUnit == 0) {
            return Range.exact(p);
        }
        WilcoxonSignedRank.Result least = WilcoxonSignedRank.test(first, shifted(second, -2 * halfUnit));
        WilcoxonSignedRank.Result greatest = WilcoxonSignedRank.test(first, shifted(second, 2 * halfUnit));
        boolean crossesTheMiddle = least.wPlus() <= least.wMinus() && greatest.wPlus() >= greatest.wMinus();
        double[] known = DoubleStream.of(p, least.pTwoSided(), greatest.pTwoSided()).filter(x -> !Double.isNaN(x))
                .toArray();
        return new Range(p, Arrays.stream(known).min().getAsDouble(),
                crossesTheMiddle ? 1 : Arrays.stream(known).max().getAsDouble());
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }
}

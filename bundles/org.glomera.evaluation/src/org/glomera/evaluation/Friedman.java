package org.glomera.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/**
 * Friedman's test whether three or more methods differ, each measured in the same cases (Journal of the American
 * Statistical Association 32, 1937): the methods are ranked within each case, equal values share the mean of their
 * ranks, and the statistic is corrected for such ties (Conover, Practical Nonparametric Statistics, 3rd ed., 1999,
 * section 5.8).
 *
 * <p>The p value is exact where {@link RankSumDistribution} can count the permutations, otherwise it is the upper tail
 * of the chi-square distribution. Neither Apache Commons Math nor Commons Statistics has the test.
 */
public final class Friedman {

    /** The fewest methods; two are compared by {@link WilcoxonSignedRank}. */
    public static final int FEWEST_METHODS = 3;

    /** The method where the permutations can be counted. */
    public static final String EXACT = "exact distribution over all permutations of the ranks within the cases";
    /** The method where they are too many. */
    public static final String APPROXIMATE = "chi-square approximation, corrected for ties";
    /** Said in place of a method when one or two methods are there. */
    public static final String TOO_FEW_METHODS = "not computed: fewer than three columns";
    /** Said in place of a method when no case is there. */
    public static final String NO_CASE = "not computed: no case has a value in every column";
    /** Said in place of a method when all values of each case are equal. */
    public static final String ALL_EQUAL = "not computed: in every case all columns have the same value";

    /**
     * The outcome of a test.
     *
     * @param n number of cases
     * @param meanRanks mean rank of each method, from 1 to their number; the larger its values, the larger
     * @param chiSquare the statistic, corrected for ties; NaN when it is not computed
     * @param degreesOfFreedom number of methods less 1
     * @param kendallW Kendall's coefficient of concordance, the effect size: from 0 (the cases order the methods
     *        differently) to 1 (every case orders them alike)
     * @param p probability of a statistic as large when the methods do not differ; NaN when it is not computed
     * @param ties whether a case has equal values
     * @param method how the p value was computed: one of the constants of {@link Friedman}
     */
    public record Result(int n, List<Double> meanRanks, double chiSquare, int degreesOfFreedom, double kendallW,
            double p, boolean ties, String method) {

        /** Copies the ranks. */
        public Result {
            meanRanks = List.copyOf(meanRanks);
        }
    }

    private Friedman() {
    }

    /**
     * Tests methods. Values of a case that are equal but for the rounding of decimals to binary (10<sup>-12</sup> of
     * its largest value) count as equal.
     *
     * @param columns one a method, a value a case each
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    public static Result test(double[]... columns) {
        int k = columns.length;
        int n = k == 0 ? 0 : columns[0].length;
        for (double[] column : columns) {
            PairedDifferences.requirePairs(columns[0], column);
        }
        int[][] doubledRanks = IntStream.range(0, n).mapToObj(row -> doubledRanks(columns, row)).toArray(int[][]::new);
        int[] sums = new int[k];
        for (int[] row : doubledRanks) {
            Arrays.setAll(sums, j -> sums[j] + row[j]);
        }
        List<Double> meanRanks = Arrays.stream(sums).mapToObj(sum -> sum / (2.0 * n)).toList();
        boolean ties = Arrays.stream(doubledRanks).anyMatch(row -> Arrays.stream(row).distinct().count() < k);
        double spread = spread(doubledRanks);
        String missing = k < FEWEST_METHODS ? TOO_FEW_METHODS : n == 0 ? NO_CASE : spread == 0 ? ALL_EQUAL : "";
        if (!missing.isEmpty()) {
            return new Result(n, meanRanks, Double.NaN, Math.max(0, k - 1), Double.NaN, Double.NaN, ties, missing);
        }
        double mean = n * (k + 1.0);
        double between = Arrays.stream(sums).mapToDouble(sum -> (sum - mean) * (sum - mean)).sum();
        double chiSquare = (k - 1) * between / spread;
        double exact = RankSumDistribution.upperTail(doubledRanks, sums);
        boolean isExact = !Double.isNaN(exact);
        double p = isExact ? exact : ChiSquaredDistribution.of(k - 1.0).survivalProbability(chiSquare);
        return new Result(n, meanRanks, chiSquare, k - 1, chiSquare / (n * (k - 1.0)), p, ties,
                isExact ? EXACT : APPROXIMATE);
    }

    private static int[] doubledRanks(double[][] columns, int row) {
        double[] values = PairedDifferences.withoutRounding(Arrays.stream(columns).mapToDouble(c -> c[row]).toArray());
        double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).apply(values);
        return Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
    }

    /** The sum of the squared deviations of all doubled ranks from their mean; ties make it smaller. */
    private static double spread(int[][] doubledRanks) {
        return Arrays.stream(doubledRanks).flatMapToInt(Arrays::stream).mapToDouble(rank -> {
            double deviation = rank - (doubledRanks[0].length + 1.0);
            return deviation * deviation;
        }).sum();
    }
}

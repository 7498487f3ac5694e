package org.glomera.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The distribution of the sum of those ranks that carry a positive sign, when every rank has either sign with
 * probability 1/2: by dynamic programming over all 2<sup>n</sup> sign patterns (Hollander, Wolfe and Chicken,
 * Nonparametric Statistical Methods, 3rd ed., 2014, section 3.1). Apache Commons Statistics has it for ranks without
 * ties only, inside its test only, and slower.
 */
final class SignedRankDistribution {

    private SignedRankDistribution() {
    }

    /**
     * The probability of a sum of at most {@code sum}. Up to 53 ranks the sums of powers of 1/2 are exact in binary.
     *
     * @param ranks mid-ranks: multiples of 1/2
     */
    static double cumulative(double[] ranks, double sum) {
        int scale = Arrays.stream(ranks).allMatch(rank -> rank == Math.rint(rank)) ? 1 : 2;
        int[] whole = Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(scale * rank)).toArray();
        double[] cumulative = cumulative(whole, (int) Math.floor(scale * sum));
        return cumulative[cumulative.length - 1];
    }

    /**
     * The probabilities of a sum of at most 0, 1, 2, ... {@code upTo}, or up to the sum of all ranks if that is less.
     *
     * @param ranks whole numbers, or all of them times 2
     * @param upTo from 0
     */
    static double[] cumulative(int[] ranks, int upTo) {
        double[] before = new double[Math.min(upTo, Arrays.stream(ranks).sum()) + 1];
        double[] after = new double[before.length];
        before[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached = Math.min(reached + rank, before.length - 1);
            for (int sum = 0; sum < Math.min(rank, reached + 1); sum++) {
                after[sum] = before[sum] * 0.5;
            }
            for (int sum = rank; sum <= reached; sum++) {
                after[sum] = (before[sum] + before[sum - rank]) * 0.5;
            }
            double[] free = before;
            before = after;
            after = free;
        }
        for (int sum = 1; sum < before.length; sum++) {
            before[sum] += before[sum - 1];
        }
        return before;
    }

    /** The probabilities of a sum of at most 0, 1, 2, ... half of the largest sum, for the ranks 1 to {@code n}. */
    static double[] lowerHalf(int n) {
        return cumulative(IntStream.rangeClosed(1, n).toArray(), n * (n + 1) / 4);
    }
}

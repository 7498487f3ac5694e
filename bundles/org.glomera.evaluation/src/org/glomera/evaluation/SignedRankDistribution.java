package org.glomera.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The distribution of the sum of those ranks that carry a positive sign, when every rank has either sign with
 * probability 1/2: by dynamic programming over all 2<sup>n</sup> sign patterns (Hollander, Wolfe and Chicken,
 * Nonparametric Statistical Methods, 3rd ed., 2014, section 3.1). Apache Commons Statistics has it for ranks without
 * ties and inside its test only.
 */
final class SignedRankDistribution {

    private SignedRankDistribution() {
    }

    /**
     * Probabilities of a sum of at most 0, 1/2, 1, ... {@code upTo}. Up to 53 ranks the sums of powers of 1/2 are
     * exact in binary.
     *
     * @param ranks mid-ranks: multiples of 1/2
     * @param upTo the largest sum of interest, a multiple of 1/2
     * @return at {@code 2 s} the probability of a sum of at most {@code s}
     */
    static double[] cumulative(double[] ranks, double upTo) {
        int[] doubled = Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).sorted().toArray();
        double[] probability = new double[(int) Math.min(Math.round(2 * upTo), Arrays.stream(doubled).sum()) + 1];
        probability[0] = 1;
        int reached = 0;
        for (int rank : doubled) {
            reached = Math.min(reached + rank, probability.length - 1);
            for (int sum = reached; sum >= rank; sum--) {
                probability[sum] = (probability[sum] + probability[sum - rank]) / 2;
            }
            for (int sum = Math.min(rank - 1, reached); sum >= 0; sum--) {
                probability[sum] /= 2;
            }
        }
        for (int sum = 1; sum < probability.length; sum++) {
            probability[sum] += probability[sum - 1];
        }
        return probability;
    }

    /**
     * The largest whole rank sum of the ranks 1 to {@code n} that is reached or fallen below with at most the given
     * probability.
     *
     * @return from 0; -1 when even the sum 0 is more probable, that is when 2<sup>-n</sup> is larger
     */
    static int criticalSum(int n, double probability) {
        double[] ranks = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
        double[] cumulative = cumulative(ranks, n * (n + 1) / 4);
        int sum = -1;
        while (2 * (sum + 1) < cumulative.length && cumulative[2 * (sum + 1)] <= probability) {
            sum++;
        }
        return sum;
    }
}

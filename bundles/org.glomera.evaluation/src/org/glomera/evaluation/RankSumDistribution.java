package org.glomera.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exact distribution behind {@link Friedman}'s test: of the methods' rank sums when within each case all
 * permutations of its ranks, ties as they are, are equally probable. The cases are added one after the other. All
 * methods are alike under the hypothesis, so the sums are kept in ascending order, which makes them fewer by about the
 * factorial of their number.
 */
final class RankSumDistribution {

    /**
     * How often the ranks of a case may be added to rank sums; so many take less than a second. It is enough for about
     * 150 cases of three methods without ties, 25 of four and 9 of five.
     */
    static final int MOST_STEPS = 4_000_000;
    /** More methods have too many permutations for more than very few cases. */
    private static final int MOST_METHODS = 6;

    private RankSumDistribution() {
    }

    /**
     * The probability that the sum of the squares of the rank sums is at least the observed one. The ranks' sum is the
     * same in all permutations, so this is the order of Friedman's statistic.
     *
     * @param doubledRanks mid-ranks times 2, a row a case
     * @param observed the observed sums of the columns
     * @return NaN when that would take more than {@link #MOST_STEPS}
     */
    static double upperTail(int[][] doubledRanks, int[] observed) {
        int k = observed.length;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(2L * k * doubledRanks.length);
        if (k > MOST_METHODS || bits * k >= Long.SIZE) {
            return Double.NaN;
        }
        Map<Long, Double> probabilities = Map.of(0L, 1.0);
        long steps = 0;
        for (int[] row : doubledRanks) {
            List<int[]> orders = orders(row);
            steps += (long) probabilities.size() * orders.size();
            if (steps > MOST_STEPS) {
                return Double.NaN;
            }
            probabilities = added(probabilities, orders, bits, k);
        }
        long least = squares(observed);
        return Math.min(1, probabilities.entrySet().stream()
                .filter(entry -> squares(unpacked(entry.getKey(), bits, k)) >= least)
                .mapToDouble(Map.Entry::getValue).sum());
    }

    private static Map<Long, Double> added(Map<Long, Double> probabilities, List<int[]> orders, int bits, int k) {
        Map<Long, Double> next = new HashMap<>(2 * probabilities.size());
        int[] sums = new int[k];
        probabilities.forEach((packed, probability) -> {
            int[] before = unpacked(packed, bits, k);
            for (int[] order : orders) {
                for (int j = 0; j < k; j++) {
                    sums[j] = before[j] + order[j];
                }
                Arrays.sort(sums);
                next.merge(packed(sums, bits), probability / orders.size(), Double::sum);
            }
        });
        return next;
    }

    /** The different orders of a row, each of which stands for equally many permutations. */
    private static List<int[]> orders(int[] row) {
        List<int[]> orders = new ArrayList<>();
        int[] order = row.clone();
        Arrays.sort(order);
        do {
            orders.add(order.clone());
        } while (advance(order));
        return orders;
    }

    /** Turns an order into the next larger one, as words in a dictionary; false when it was the last. */
    private static boolean advance(int[] order) {
        int i = order.length - 2;
        while (i >= 0 && order[i] >= order[i + 1]) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int j = order.length - 1;
        while (order[j] <= order[i]) {
            j--;
        }
        swap(order, i, j);
        for (int low = i + 1, high = order.length - 1; low < high; low++, high--) {
            swap(order, low, high);
        }
        return true;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    private static long squares(int[] sums) {
        return Arrays.stream(sums).mapToLong(sum -> (long) sum * sum).sum();
    }

    private static long packed(int[] sums, int bits) {
        long packed = 0;
        for (int sum : sums) {
            packed = packed << bits | sum;
        }
        return packed;
    }

    private static int[] unpacked(long packed, int bits, int k) {
        int[] sums = new int[k];
        for (int j = 0; j < k; j++) {
            sums[j] = (int) (packed >>> bits * (k - 1 - j) & (1L << bits) - 1);
        }
        return sums;
    }
}

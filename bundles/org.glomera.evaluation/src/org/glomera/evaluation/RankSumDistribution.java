package org.glomera.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The exact distribution behind {@link Friedman}'s test: of the methods' rank sums when within each case all
 * permutations of its ranks, ties as they are, are equally probable. The cases are added one after the other. All
 * methods are alike under the hypothesis, so the sums are kept in ascending order, which makes them fewer by about the
 * factorial of their number.
 */
final class RankSumDistribution {

    /**
     * How often the ranks of a case may be added to rank sums; so many take less than a tenth of a second. It is enough
     * for 113 cases of three methods, 24 of four, 8 of five and 4 of six; with ties for somewhat fewer.
     */
    static final int MOST_STEPS = 1_500_000;
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
        Sums sums = new Sums(1);
        sums.add(0, 1);
        long steps = 0;
        for (int[] row : doubledRanks) {
            List<int[]> orders = orders(row);
            steps += (long) sums.size * orders.size();
            if (steps > MOST_STEPS) {
                return Double.NaN;
            }
            sums = added(sums, orders, bits, k);
        }
        long least = squares(observed);
        double tail = 0;
        for (int i = 0; i < sums.keys.length; i++) {
            if (sums.probabilities[i] > 0 && squares(unpacked(sums.keys[i], bits, k)) >= least) {
                tail += sums.probabilities[i];
            }
        }
        return Math.min(1, tail);
    }

    private static Sums added(Sums before, List<int[]> orders, int bits, int k) {
        Sums after = new Sums(before.size);
        int[] sums = new int[k];
        for (int i = 0; i < before.keys.length; i++) {
            if (before.probabilities[i] > 0) {
                int[] from = unpacked(before.keys[i], bits, k);
                double share = before.probabilities[i] / orders.size();
                for (int[] order : orders) {
                    for (int j = 0; j < k; j++) {
                        int sum = from[j] + order[j];
                        int place = j;
                        while (place > 0 && sums[place - 1] > sum) {
                            sums[place] = sums[place - 1];
                            place--;
                        }
                        sums[place] = sum;
                    }
                    after.add(packed(sums, bits), share);
                }
            }
        }
        return after;
    }

    /** Probabilities by packed rank sums: a hash table of numbers that are no objects, a free place has none. */
    private static final class Sums {

        private long[] keys;
        private double[] probabilities;
        private int size;

        Sums(int expected) {
            int capacity = Integer.highestOneBit(Math.max(8, expected)) * 4;
            keys = new long[capacity];
            probabilities = new double[capacity];
        }

        void add(long key, double probability) {
            int at = place(key);
            if (probabilities[at] == 0) {
                keys[at] = key;
                size++;
            }
            probabilities[at] += probability;
            if (2 * size > keys.length) {
                grow();
            }
        }

        private int place(long key) {
            int mask = keys.length - 1;
            int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
            while (probabilities[at] > 0 && keys[at] != key) {
                at = at + 1 & mask;
            }
            return at;
        }

        private void grow() {
            long[] oldKeys = keys;
            double[] oldProbabilities = probabilities;
            keys = new long[2 * oldKeys.length];
            probabilities = new double[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldProbabilities[i] > 0) {
                    int at = place(oldKeys[i]);
                    keys[at] = oldKeys[i];
                    probabilities[at] = oldProbabilities[i];
                }
            }
        }
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

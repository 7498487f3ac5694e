package org.glomera.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Differences of paired values, free of what the rounding of decimals to binary adds to them. */
final class PairedDifferences {

    /** Differences of values up to 1 that are closer than this are equal: decimals are rounded in binary. */
    private static final double RELATIVE_ROUNDING = 1e-12;

    private PairedDifferences() {
    }

    /**
     * {@code second - first}, pair by pair. Differences that are equal or zero but for the rounding of decimals to
     * binary (10<sup>-12</sup> of the largest value) are made equal or zero, so that ties and zeros are seen.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    static double[] of(double[] first, double[] second) {
        requirePairs(first, second);
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> second[i] - first[i]);
        return merged(differences, RELATIVE_ROUNDING * Math.max(largest(first), largest(second)));
    }

    /**
     * Values that are equal or zero but for rounding, 10<sup>-12</sup> of the largest of them, made equal or zero. Two
     * percentages that are the same in decimals may differ in the last bit.
     */
    static double[] withoutRounding(double... values) {
        return merged(values, RELATIVE_ROUNDING * largest(values));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /**
     * Refuses what cannot be paired.
     *
     * @throws IllegalArgumentException when the lengths differ or a value is not finite
     */
    static void requirePairs(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " values are no pairs.");
        }
        requireFinite(first);
        requireFinite(second);
    }

    /**
     * Refuses what is no sample.
     *
     * @throws IllegalArgumentException when a value is not finite
     */
    static void requireFinite(double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Only finite values can be judged.");
        }
    }

    /** Whether all values are the same, as they are of an empty sample and of one value. */
    static boolean allEqual(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /**
     * Differences whose magnitudes lie within {@code tolerance} of the smallest of their group get its magnitude; zero is
     * positive.
     */
    private static double[] merged(double[] differences, double tolerance) {
        int[] ascending = IntStream.range(0, differences.length).boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(differences[i])))
                .mapToInt(Integer::intValue).toArray();
        double[] merged = new double[differences.length];
        double group = 0;
        for (int i : ascending) {
            double magnitude = Math.abs(differences[i]);
            if (magnitude - group > tolerance) {
                group = magnitude;
            }
            merged[i] = group == 0 ? 0 : Math.copySign(group, differences[i]);
        }
        return merged;
    }
}

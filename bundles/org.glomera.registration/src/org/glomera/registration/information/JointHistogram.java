package org.glomera.registration.information;

/**
 * How often values of two images meet. Values are given in bins, 0 to {@code bins - 1}; one between two bins counts for
 * both by its distance from each (linear Parzen window), so that the histogram, and what is computed from it, changes
 * smoothly with the values.
 */
final class JointHistogram {

    /** Entropy of images that are constant but for rounding. */
    private static final double SMALLEST_ENTROPY = 1e-9;

    private final int bins;
    private final double[] weights;

    /** Makes an empty histogram of {@code bins} by {@code bins}. */
    JointHistogram(int bins) {
        this.bins = bins;
        weights = new double[bins * bins];
    }

    /** Counts a pair of values. */
    void add(double first, double second) {
        int i = Math.min((int) first, bins - 2);
        int j = Math.min((int) second, bins - 2);
        double u = first - i;
        double v = second - j;
        int at = i * bins + j;
        double upper = u * v;
        weights[at] += 1 - u - v + upper;
        weights[at + 1] += v - upper;
        weights[at + bins] += u - upper;
        weights[at + bins + 1] += upper;
    }

    /** Counts what another histogram has counted. */
    void add(JointHistogram other) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += other.weights[i];
        }
    }

    /** Number of pairs. */
    double total() {
        return total(0);
    }

    /** Number of pairs whose second value falls into a bin or a higher one. */
    double total(int bin) {
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            for (int j = bin; j < bins; j++) {
                sum += weights[i * bins + j];
            }
        }
        return sum;
    }

    /**
     * Normalised mutual information {@code (H(A) + H(B)) / H(A, B)} (C. Studholme, D. L. G. Hill, D. J. Hawkes, Pattern
     * Recognition 1999;32:71), with Shannon's entropies H: 1 where neither image tells anything about the other, 2 where
     * each tells all about the other. NaN where both are constant and where nothing was counted.
     */
    double normalisedMutualInformation() {
        double[] first = new double[bins];
        double[] second = new double[bins];
        double joint = 0;
        for (int i = 0; i < bins; i++) {
            for (int j = 0; j < bins; j++) {
                double weight = weights[i * bins + j];
                first[i] += weight;
                second[j] += weight;
                joint += weightedLog(weight);
            }
        }
        double total = total();
        // H = log n - (sum of w log w) / n for each of the three
        double log = Math.log(total);
        double jointEntropy = log - joint / total;
        double sum = 2 * log - (weightedLogs(first) + weightedLogs(second)) / total;
        return jointEntropy > SMALLEST_ENTROPY ? sum / jointEntropy : Double.NaN;
    }

    private static double weightedLogs(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weightedLog(weight);
        }
        return sum;
    }

    private static double weightedLog(double weight) {
        return weight > 0 ? weight * Math.log(weight) : 0;
    }
}

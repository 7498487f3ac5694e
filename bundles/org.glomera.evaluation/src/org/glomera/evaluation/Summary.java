package org.glomera.evaluation;

import java.util.Arrays;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * What describes a sample. All numbers are NaN for an empty sample.
 *
 * @param n number of values
 * @param mean arithmetic mean
 * @param standardDeviation standard deviation of the sample, with n - 1 in the denominator; NaN for one value
 * @param minimum smallest value
 * @param lowerQuartile see {@link #QUARTILE_RULE}
 * @param median middle value, or the mean of both middle values
 * @param upperQuartile see {@link #QUARTILE_RULE}
 * @param maximum largest value
 */
public record Summary(int n, double mean, double standardDeviation, double minimum, double lowerQuartile,
        double median, double upperQuartile, double maximum) {

    /** The quartile rule by name; every quartile and every box plot of the program follows it. */
    public static final String QUARTILE_RULE = "Hyndman and Fan's type 7 (linear interpolation, the default of R and"
            + " NumPy)";

    /**
     * Describes a sample.
     *
     * @throws IllegalArgumentException when a value is not finite
     */
    public static Summary of(double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Only finite values can be summarised.");
        }
        if (values.length == 0) {
            return new Summary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] q = Quantile.withDefaults().withCopy(true).with(EstimationMethod.HF7)
                .evaluate(values, 0, 0.25, 0.5, 0.75, 1);
        double deviation = values.length == 1 ? Double.NaN : StandardDeviation.of(values).getAsDouble();
        return new Summary(values.length, Mean.of(values).getAsDouble(), deviation, q[0], q[1], q[2], q[3], q[4]);
    }
}

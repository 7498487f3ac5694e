package org.glomera.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * What a box plot shows of a sample (Tukey, Exploratory Data Analysis, 1977): the box from the lower to the upper
 * quartile with the median in it, whiskers to the most extreme values within 1.5 interquartile ranges of the box, and
 * the values beyond as outliers. A whisker never ends inside the box.
 *
 * @param lowerWhisker end of the lower whisker
 * @param lowerQuartile see {@link Summary#QUARTILE_RULE}
 * @param median the median
 * @param upperQuartile see {@link Summary#QUARTILE_RULE}
 * @param upperWhisker end of the upper whisker
 * @param mean the mean, which a plot may mark
 * @param outliers values beyond the whiskers, ascending
 */
public record TukeyBox(double lowerWhisker, double lowerQuartile, double median, double upperQuartile,
        double upperWhisker, double mean, List<Double> outliers) {

    private static final double WHISKER_IN_INTERQUARTILE_RANGES = 1.5;

    /** Copies the outliers. */
    public TukeyBox {
        outliers = List.copyOf(outliers);
    }

    /**
     * The box of a sample.
     *
     * @throws IllegalArgumentException when the sample is empty or a value is not finite
     */
    public static TukeyBox of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("An empty sample has no box.");
        }
        Summary summary = Summary.of(values);
        double q1 = summary.lowerQuartile();
        double q3 = summary.upperQuartile();
        double reach = WHISKER_IN_INTERQUARTILE_RANGES * (q3 - q1);
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double[] within = Arrays.stream(sorted).filter(v -> v >= q1 - reach && v <= q3 + reach).toArray();
        double lower = Arrays.stream(within).min().orElse(q1);
        double upper = Arrays.stream(within).max().orElse(q3);
        List<Double> outliers = Arrays.stream(sorted).filter(v -> v < q1 - reach || v > q3 + reach).boxed().toList();
        return new TukeyBox(Math.min(lower, q1), q1, summary.median(), q3, Math.max(upper, q3), summary.mean(),
                outliers);
    }
}

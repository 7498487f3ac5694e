package org.glomera.comparison.published;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.glomera.evaluation.Summary;

/**
 * A value computed from rounded ones, with the bounds between which it lies whatever the unrounded ones were.
 *
 * @param value computed from the values as they stand in the table
 * @param low lower bound, at most {@code value}
 * @param high upper bound, at least {@code value}
 */
record Range(double value, double low, double high) {

    Range {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(value + " is not between " + low + " and " + high);
        }
    }

    /** A value that nothing was rounded for. */
    static Range exact(double value) {
        return new Range(value, value, value);
    }

    /** The magnitude. */
    Range absolute() {
        double smallest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        return new Range(Math.abs(value), smallest, Math.max(Math.abs(low), Math.abs(high)));
    }

    /** A statistic that never falls when one of the values grows, such as mean, median and extremes. */
    static Range monotone(List<Range> values, ToDoubleFunction<double[]> statistic) {
        return new Range(statistic.applyAsDouble(values.stream().mapToDouble(Range::value).toArray()),
                statistic.applyAsDouble(values.stream().mapToDouble(Range::low).toArray()),
                statistic.applyAsDouble(values.stream().mapToDouble(Range::high).toArray()));
    }

    /**
     * The standard deviation of the sample. When each of n values changes by at most m, it changes by at most
     * the square root of the sum of m<sup>2</sup> over n - 1: it is a seminorm of the values, and no larger than that.
     */
    static Range standardDeviation(List<Range> values) {
        double deviation = Summary.of(values.stream().mapToDouble(Range::value).toArray()).standardDeviation();
        double squares = 0;
        for (Range each : values) {
            double most = Math.max(each.high - each.value, each.value - each.low);
            squares += most * most;
        }
        double change = Math.sqrt(squares / (values.size() - 1));
        return new Range(deviation, Math.max(0, deviation - change), deviation + change);
    }
}

package org.glomera.evaluation;

/**
 * A confidence interval, both ends belong to it. It is undefined when it cannot be computed; then both ends are NaN.
 *
 * @param low lower end
 * @param high upper end, not below {@code low}
 */
public record Interval(double low, double high) {

    /** What stands in place of an interval that cannot be computed. */
    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    private static final double HIGHEST_LEVEL = 0.999999;

    /** Refuses ends that are turned round, and one end without the other. */
    public Interval {
        if (low > high || Double.isNaN(low) != Double.isNaN(high)) {
            throw new IllegalArgumentException("There is no interval from " + low + " to " + high + ".");
        }
    }

    /** Whether there is an interval. */
    public boolean isDefined() {
        return !Double.isNaN(low);
    }

    /**
     * What both tails share when an interval has this confidence level, {@code 1 - level}.
     *
     * @throws IllegalArgumentException when the level does not lie between 0 and 1, or so close to 1 that its tails are
     *         beyond what can be computed
     */
    static double alpha(double level) {
        if (!(level > 0 && level <= HIGHEST_LEVEL)) {
            throw new IllegalArgumentException(level + " is no confidence level between 0 and " + HIGHEST_LEVEL + ".");
        }
        return 1 - level;
    }
}

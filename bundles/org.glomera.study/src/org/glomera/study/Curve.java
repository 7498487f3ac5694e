package org.glomera.study;

import java.util.List;
import java.util.Optional;

/**
 * A learning curve, the content of {@code curve.csv}.
 *
 * @param points one an epoch, epochs growing; empty before the first epoch is finished
 */
public record Curve(List<CurvePoint> points) {

    /** Refuses epochs that do not grow. */
    public Curve {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).epoch() <= points.get(i - 1).epoch()) {
                throw new IllegalArgumentException("epoch " + points.get(i).epoch() + " follows epoch "
                        + points.get(i - 1).epoch());
            }
        }
    }

    /** The point of the last finished epoch. */
    public Optional<CurvePoint> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
    }

    /** Whether there are validation cases: an epoch has their Dice coefficient. */
    public boolean validated() {
        return points.stream().anyMatch(point -> !Double.isNaN(point.validationDice()));
    }

    /** The point of an epoch. */
    public Optional<CurvePoint> at(int epoch) {
        return points.stream().filter(point -> point.epoch() == epoch).findFirst();
    }

    /**
     * The first point with the highest test Dice; points without one do not count. For display only: a result that is
     * chosen by the test cohort is not a result.
     */
    public Optional<CurvePoint> bestByTestDice() {
        return points.stream().filter(point -> !Double.isNaN(point.testDice()))
                .reduce((best, point) -> point.testDice() > best.testDice() ? point : best);
    }
}

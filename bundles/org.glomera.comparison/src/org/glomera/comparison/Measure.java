package org.glomera.comparison;

import java.util.Objects;

import org.glomera.study.CaseResult;

/**
 * One quantity of the table of cases that can be chosen to be shown, drawn and tested.
 *
 * @param id column of {@code cases.csv}
 * @param name what it is called, without its unit
 * @param unit its unit; empty for a number without one and where the source states none
 * @param digits decimals that are shown
 * @param grid on which image's grid it was measured: {@code spect}, {@code ct}, or empty for that of the network's
 *        own image
 * @param ideal the value of a perfect network; NaN when there is none, as for a volume
 * @param signed whether it lies on both sides of its ideal, so that networks are compared by its distance from there
 */
public record Measure(String id, String name, String unit, int digits, String grid, double ideal, boolean signed) {

    /** The difference of activity concentration in percent, the measure that is chosen first. */
    public static final String ACTIVITY_DIFFERENCE = "difference_percent";
    /** The mean activity concentration under the manual delineation; the same for every network of a case. */
    public static final String MANUAL = "manual";
    /** The mean activity concentration under the network's delineation. */
    public static final String AUTOMATIC = "automatic";
    /** The Dice coefficient on the grid of the network's own image. */
    public static final String DICE = "dice";
    /** The volume of the manual delineation. */
    public static final String VOLUME_MANUAL = "volume_ml_manual";
    /** The volume of the network's delineation. */
    public static final String VOLUME_AUTOMATIC = "volume_ml_automatic";

    /** Refuses missing parts. */
    public Measure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(grid);
        if (digits < 0 || digits > 12) {
            throw new IllegalArgumentException("a measure is not shown with " + digits + " decimals");
        }
    }

    /** Its value in a row; NaN where there is none. */
    public double of(CaseResult row) {
        return switch (id) {
            case MANUAL -> row.manual();
            case AUTOMATIC -> row.automatic();
            case ACTIVITY_DIFFERENCE -> row.differencePercent();
            case DICE -> row.dice();
            case VOLUME_MANUAL -> row.volumeMlManual();
            case VOLUME_AUTOMATIC -> row.volumeMlAutomatic();
            default -> row.further().getOrDefault(id, Double.NaN);
        };
    }

    /** Whether a perfect network has a known value of it, so that networks can be better and worse by it. */
    public boolean hasIdeal() {
        return !Double.isNaN(ideal);
    }

    /** Its name with its unit in parentheses. */
    public String heading() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}

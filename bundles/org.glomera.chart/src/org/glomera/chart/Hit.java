package org.glomera.chart;

import java.util.Objects;

/**
 * A place of a drawn chart that stands for something.
 *
 * @param x from the left edge of the drawing to its middle, in layout pixels
 * @param y from the top edge of the drawing to its middle, in layout pixels
 * @param radius how far it reaches, in layout pixels
 * @param key what it stands for, for instance a case's id; empty when it stands for nothing that could be selected
 * @param text what a pointer at this place is told, in lines: key, series, values with units
 */
public record Hit(double x, double y, double radius, String key, String text) {

    /** Refuses places that are not finite and a negative radius. */
    public Hit {
        Objects.requireNonNull(key);
        Objects.requireNonNull(text);
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(radius >= 0)) {
            throw new IllegalArgumentException("Nothing is hit at (" + x + ", " + y + ") within " + radius + ".");
        }
    }

    double distance(double fromX, double fromY) {
        return Math.hypot(x - fromX, y - fromY);
    }
}

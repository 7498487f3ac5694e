package org.glomera.render.scene;

import java.util.Objects;

import org.glomera.render.slice.ColourMap;

/**
 * Numbers on a surface, shown as colours. The array is not copied and not to be written to.
 *
 * @param values one value a vertex; a vertex that is NaN keeps the colour of the surface
 * @param low the value that has the first colour of the map; values below have it too
 * @param high the value that has the last colour; values above have it too
 * @param map the colours
 * @param title what the numbers are, for the scale bar and for files
 * @param unit their unit as it is shown, such as {@code mm}; empty for a number without a unit
 */
public record Colouring(float[] values, double low, double high, ColourMap map, String title, String unit) {

    /** Refuses a range that is empty or not finite. */
    public Colouring {
        Objects.requireNonNull(values);
        Objects.requireNonNull(map);
        Objects.requireNonNull(title);
        Objects.requireNonNull(unit);
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("Colours are spread from " + low + " to " + high + ".");
        }
    }

    /** The place of a value in the colour map, 0 to 255; -1 for a vertex that keeps the colour of its surface. */
    public int place(float value) {
        if (Float.isNaN(value)) {
            return -1;
        }
        return (int) Math.max(0, Math.min(255, Math.floor((value - low) / (high - low) * 256)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Colouring that && that.values == values && that.low == low && that.high == high
                && that.map == map && that.title.equals(title) && that.unit.equals(unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(values), low, high, map, title, unit);
    }
}

package org.glomera.chart;

import java.util.List;
import java.util.Objects;

/**
 * A value that stands for something, for instance for a case.
 *
 * @param value in the unit of its axis
 * @param key what it stands for, for instance a case's id: a {@link Hit} has it, and points are emphasised by it; empty
 *            for none
 */
public record KeyedValue(double value, String key) {

    /** Refuses a value that is not finite. */
    public KeyedValue {
        Objects.requireNonNull(key);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart cannot show the value " + value + ".");
        }
    }

    /** Values that stand for nothing that could be selected. */
    public static List<KeyedValue> of(List<Double> values) {
        return values.stream().map(value -> new KeyedValue(value, "")).toList();
    }
}

package org.glomera.network.selftest;

import java.util.Objects;

/**
 * One number of the self-test beside the right one.
 *
 * @param name what it is
 * @param expected the right number
 * @param found what the engine calculated
 * @param tolerance how far they may lie apart, as a share of the right number
 */
public record KnownNumber(String name, double expected, double found, double tolerance) {

    /** Refuses a missing name. */
    public KnownNumber {
        Objects.requireNonNull(name);
    }

    /** How far they lie apart, as a share of the right number; NaN when what was found is none. */
    public double difference() {
        return Math.abs(found - expected) / Math.abs(expected);
    }

    /** Whether what was found is right. */
    public boolean right() {
        return difference() <= tolerance;
    }
}

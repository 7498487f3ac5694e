package org.glomera.comparison;

import java.util.Objects;

/**
 * A figure that a publication prints about an experiment, a row of {@code published.csv}.
 *
 * @param network the network or networks as printed: {@code 1}, {@code 1-2} for a pair, {@code all}
 * @param side {@code right}, {@code left} or {@code both}
 * @param quantity what is printed, for instance {@code SD of difference percent}
 * @param value the value as printed, for instance {@code 0.716} or {@code <0.05}
 * @param where where it is printed
 */
public record PublishedQuantity(String network, String side, String quantity, String value, String where) {

    /** Refuses missing parts. */
    public PublishedQuantity {
        Objects.requireNonNull(network);
        Objects.requireNonNull(side);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
        Objects.requireNonNull(where);
    }
}

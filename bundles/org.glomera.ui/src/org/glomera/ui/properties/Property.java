package org.glomera.ui.properties;

import java.util.Objects;

/**
 * A line of the Properties view.
 *
 * @param group the heading it stands under
 * @param name what it is
 * @param value the value with its unit, as shown
 */
public record Property(String group, String name, String value) {

    /** Refuses missing parts. */
    public Property {
        Objects.requireNonNull(group);
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}

package org.glomera.core.outside;

import java.util.Objects;

/**
 * Something that is not part of the program, and what it is for.
 *
 * @param what what it is, for instance {@code VTK 9.1}
 * @param purpose what does not work without it, as the end of "needed for"
 * @param availability whether it is there, and what to do where it is not
 */
public record Need(String what, String purpose, Availability availability) {

    /** Refuses missing words. */
    public Need {
        if (what.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("a need says what it is and what it is for");
        }
        Objects.requireNonNull(availability);
    }
}

package org.glomera.pipeline.checkup;

import java.util.List;
import java.util.Objects;

/**
 * An extension point with what plug-ins contribute to it.
 *
 * @param id the full id of the point
 * @param name its name
 * @param parts the contributions, ordered by id
 * @param skipped contributions that are faulty, a sentence each
 */
public record CheckedPoint(String id, String name, List<InstalledPart> parts, List<String> skipped) {

    /** Copies the lists. */
    public CheckedPoint {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
    }

    /** Whether all that is contributed can be used. */
    public boolean isSound() {
        return skipped.isEmpty() && parts.stream().allMatch(part -> part.problem().isEmpty());
    }
}

package org.glomera.pipeline.checkup;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.outside.Need;

/**
 * What a plug-in contributes to an extension point.
 *
 * @param id its id
 * @param name its name, as the plug-in gives it
 * @param bundle symbolic name of the plug-in
 * @param needs what it needs of the machine; empty when that is nothing, or when it could not be made
 * @param problem why it cannot be used, as a sentence; empty when it can
 */
public record InstalledPart(String id, String name, String bundle, List<Need> needs, Optional<String> problem) {

    /** Copies the list. */
    public InstalledPart {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(bundle);
        needs = List.copyOf(needs);
        Objects.requireNonNull(problem);
    }

    /** Whether it can be made and something that it needs is there, or it needs nothing. */
    public boolean works() {
        return problem.isEmpty() && (needs.isEmpty() || needs.stream().anyMatch(need -> need.availability().isReady()));
    }
}

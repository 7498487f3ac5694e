package org.glomera.registration;

import java.util.List;
import java.util.Objects;

/**
 * What a method found.
 *
 * @param transform from moving to fixed patient millimetres
 * @param scoreName what the scores are, as a user reads it; scores of different names are not compared
 * @param scoreBefore how well the images fit where the scanner put them, without any transform; higher is better; NaN
 *        where it is not defined, for instance where the images do not overlap
 * @param scoreAfter how well they fit with the transform; NaN likewise
 * @param warnings sentences for the user, each a reason not to trust the result without looking; empty when there is
 *        none
 */
public record Registration(RigidTransform transform, String scoreName, double scoreBefore, double scoreAfter,
        List<String> warnings) {

    /** Keeps its own copy of the warnings. */
    public Registration {
        Objects.requireNonNull(transform);
        Objects.requireNonNull(scoreName);
        warnings = List.copyOf(warnings);
    }

    /** Whether nothing speaks against the result. */
    public boolean trusted() {
        return warnings.isEmpty();
    }
}

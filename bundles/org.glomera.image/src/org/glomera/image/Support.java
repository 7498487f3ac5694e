package org.glomera.image;

import java.util.Objects;

/**
 * Whether a reader or a writer can take a file, and why.
 *
 * @param supported whether it can
 * @param reason a sentence for the user: what was recognised, or what stands against it
 */
public record Support(boolean supported, String reason) {

    /** Refuses an answer without a reason. */
    public Support {
        Objects.requireNonNull(reason);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An answer has a reason.");
        }
    }

    /** The answer yes. */
    public static Support yes(String reason) {
        return new Support(true, reason);
    }

    /** The answer no. */
    public static Support no(String reason) {
        return new Support(false, reason);
    }
}

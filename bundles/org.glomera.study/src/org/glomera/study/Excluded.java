package org.glomera.study;

import java.util.Objects;

/**
 * A case that was left out.
 *
 * @param caseId name of the case
 * @param reason why, as a sentence
 */
public record Excluded(String caseId, String reason) {

    /** Refuses an id that is no {@linkplain Names name} and a missing reason. */
    public Excluded {
        Names.check("case", caseId);
        Objects.requireNonNull(reason, "reason is missing");
    }
}

package org.glomera.study;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a case is used for. A case of the test cohort is never trained on. */
public enum Role {
    /** Networks are trained on it. */
    TRAINING("training"),
    /** Networks are tested on it. */
    TEST("test"),
    /** Nobody has said yet; it is neither trained nor tested on. */
    UNASSIGNED("unassigned");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The word that stands for it in files: {@code training}, {@code test} or {@code unassigned}. */
    @JsonValue
    public String word() {
        return word;
    }
}

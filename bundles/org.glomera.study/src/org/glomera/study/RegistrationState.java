package org.glomera.study;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a registration. */
public enum RegistrationState {
    /** It was found, and nothing was moved. */
    PROPOSED("proposed"),
    /** The SPECT and what was drawn on it are being moved; whoever finds this moves what is left. */
    APPLYING("applying"),
    /** The SPECT and what was drawn on it lie where it says. */
    APPLIED("applied"),
    /** They are being moved back; whoever finds this moves what is left. */
    UNDOING("undoing");

    private final String word;

    RegistrationState(String word) {
        this.word = word;
    }

    /** The word that stands for it in files. */
    @JsonValue
    public String word() {
        return word;
    }
}

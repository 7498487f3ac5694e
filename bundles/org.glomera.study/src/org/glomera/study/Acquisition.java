package org.glomera.study;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where the images of a case come from. */
public enum Acquisition {
    /** SPECT and low-dose CT from one SPECT/CT scanner session. */
    SPECT_CT("spect_ct"),
    /** A diagnostic CT alone: finer sampling, less noise, usually contrast-enhanced. */
    DIAGNOSTIC_CT("diagnostic_ct");

    private final String word;

    Acquisition(String word) {
        this.word = word;
    }

    /** The word that stands for it in files: {@code spect_ct} or {@code diagnostic_ct}. */
    @JsonValue
    public String word() {
        return word;
    }
}

package org.glomera.study;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a run has come. */
public enum RunState {
    /** Its features are prepared; training has not begun. */
    PREPARED("prepared"),
    /** It is being trained, or was when the program ended without saying so. */
    TRAINING("training"),
    /** Training was stopped and goes on from the last finished epoch. */
    STOPPED("stopped"),
    /** All planned epochs are done, or training was stopped on purpose and what was learned is the result. */
    FINISHED("finished"),
    /** Training cannot go on; the run's remark says why. */
    FAILED("failed");

    private final String word;

    RunState(String word) {
        this.word = word;
    }

    /** The word that stands for it in files: the constant's name in lower case. */
    @JsonValue
    public String word() {
        return word;
    }
}

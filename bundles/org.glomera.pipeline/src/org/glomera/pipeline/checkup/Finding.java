package org.glomera.pipeline.checkup;

import java.util.Objects;

/**
 * One thing that was found about the engine.
 *
 * @param state how it is
 * @param what what was looked at, a few words
 * @param words sentences: what was found and, where something is missing or wrong, what to do
 */
public record Finding(State state, String what, String words) {

    /** How a thing is. */
    public enum State {
        /** As it should be. */
        OK("ok"),
        /** Not there, and not needed. */
        ABSENT("none"),
        /** Not enough, or missing. */
        MISSING("missing"),
        /** Wrong: results cannot be trusted. */
        WRONG("WRONG");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word that a user reads. */
        public String word() {
            return word;
        }
    }

    /** Refuses missing words. */
    public Finding {
        Objects.requireNonNull(state);
        Objects.requireNonNull(what);
        Objects.requireNonNull(words);
    }
}

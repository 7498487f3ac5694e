package org.glomera.core.outside;

import java.util.Objects;

/** Whether something that is not part of the program, a library or a display, can be used. */
public sealed interface Availability permits Availability.Ready, Availability.Missing {

    /** Whether it can be used. */
    default boolean isReady() {
        return this instanceof Ready;
    }

    /** It can be used. */
    record Ready() implements Availability {
    }

    /**
     * It cannot be used.
     *
     * @param what a sentence for the user: what is missing
     * @param remedy a sentence for the user: what to install or to do; empty when the first says so already
     */
    record Missing(String what, String remedy) implements Availability {

        /** Refuses missing words. */
        public Missing {
            Objects.requireNonNull(what);
            Objects.requireNonNull(remedy);
        }

        /** Both sentences. */
        public String inWords() {
            return remedy.isEmpty() ? what : what + " " + remedy;
        }
    }
}

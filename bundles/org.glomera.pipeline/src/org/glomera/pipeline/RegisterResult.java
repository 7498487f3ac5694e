package org.glomera.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.study.CaseRegistration;

/**
 * What became of the cases.
 *
 * @param outcomes one a case, in the order of the study
 */
public record RegisterResult(List<Outcome> outcomes) {

    /** What became of a case. */
    public enum State {
        /** Its SPECT was moved. */
        APPLIED("applied"),
        /** A movement was found and not applied, since something speaks against it. */
        PROPOSED("proposed"),
        /** A movement was found in a dry run. */
        FOUND("found"),
        /** Its SPECT lies as it was imported again. */
        UNDONE("undone"),
        /** There was nothing to do. */
        LEFT_OUT("left out"),
        /** No movement could be found, or it could not be applied. */
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word that a user sees. */
        public String word() {
            return word;
        }
    }

    /**
     * What became of a case.
     *
     * @param caseId id of the case
     * @param state what became of it
     * @param found the movement; empty where there is none
     * @param sentence what a user should know; empty where there is nothing to say
     */
    public record Outcome(String caseId, State state, Optional<CaseRegistration> found, String sentence) {

        /** Refuses missing parts. */
        public Outcome {
            Objects.requireNonNull(caseId);
            Objects.requireNonNull(state);
            Objects.requireNonNull(found);
            Objects.requireNonNull(sentence);
        }
    }

    /** Copies the list. */
    public RegisterResult {
        outcomes = List.copyOf(outcomes);
    }

    /** How many cases something became of. */
    public int count(State state) {
        return (int) outcomes.stream().filter(each -> each.state() == state).count();
    }

    /** A sentence for the whole. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        for (State state : State.values()) {
            int count = count(state);
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(state.word());
            }
        }
        return text.isEmpty() ? "No case has both SPECT and CT." : text.append('.').toString();
    }
}

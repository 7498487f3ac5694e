package org.glomera.comparison;

import java.util.Objects;

import org.glomera.study.RunInfo;

/** What is known about a run beside its results. */
public sealed interface RunSource {

    /**
     * Its {@code run.json} was read.
     *
     * @param info its content
     */
    record Read(RunInfo info) implements RunSource {

        /** Refuses a missing content. */
        public Read {
            Objects.requireNonNull(info);
        }
    }

    /**
     * There is no usable {@code run.json}.
     *
     * @param reason why, as a sentence
     */
    record Missing(String reason) implements RunSource {

        /** Refuses a missing reason. */
        public Missing {
            Objects.requireNonNull(reason);
        }
    }
}

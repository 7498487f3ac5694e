package org.glomera.ui.jobs;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** What work in this window takes for itself: a job waits while another one holds the same. */
public sealed interface WorkRule extends ISchedulingRule {

    @Override
    default boolean contains(ISchedulingRule rule) {
        return equals(rule);
    }

    @Override
    default boolean isConflicting(ISchedulingRule rule) {
        return equals(rule);
    }

    /**
     * The right to write in a study's folder. Other programs are kept out by the study's own lock.
     *
     * @param root the study's folder, absolute
     */
    record OfStudy(Path root) implements WorkRule {

        /** Refuses a missing folder. */
        public OfStudy {
            Objects.requireNonNull(root);
        }
    }

    /** The engine: two trainings at once would halve each other's speed and need twice the memory. */
    record OfEngine() implements WorkRule {
    }
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.pipeline.preset.NetworkPreset;

/**
 * Asks for networks that are trained one after the other: each one's images are prepared where they are not, and what
 * is done afterwards.
 *
 * @param studyFolder the study
 * @param tasks the networks, in order
 * @param afterwards what is done with the runs; empty for nothing
 */
public record TrainingRequest(Path studyFolder, List<Task> tasks, Optional<Afterwards> afterwards) {

    /**
     * One network.
     *
     * @param network the network; its name is the run's
     * @param presetName where the settings come from, kept with the run
     * @param anew whether a run of this name is thrown away with all its results, whatever it is; without it a run of
     *        the same settings and images is resumed and another one is refused
     */
    public record Task(NetworkPreset network, String presetName, boolean anew) {

        /** Refuses missing parts. */
        public Task {
            Objects.requireNonNull(network);
            Objects.requireNonNull(presetName);
        }
    }

    /**
     * What is done when all networks are trained.
     *
     * @param experiment name of the experiment that the runs are measured in
     * @param runs names of its runs: those of the tasks, and others of the study that are finished
     * @param compare whether the statistics are computed
     * @param report whether the report is written; it needs the statistics
     */
    public record Afterwards(String experiment, List<String> runs, boolean compare, boolean report) {

        /** Refuses a report without statistics. */
        public Afterwards {
            Objects.requireNonNull(experiment);
            runs = List.copyOf(runs);
            if (report && !compare) {
                throw new IllegalArgumentException("A report needs the statistics.");
            }
        }
    }

    /** Refuses no task and two of one name. */
    public TrainingRequest {
        Objects.requireNonNull(studyFolder);
        tasks = List.copyOf(tasks);
        Objects.requireNonNull(afterwards);
        if (tasks.isEmpty() || tasks.stream().map(task -> task.network().name()).distinct().count() != tasks.size()) {
            throw new IllegalArgumentException("At least one network is trained, and each run has its own name.");
        }
    }
}

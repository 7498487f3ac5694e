package org.glomera.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.IAdaptable;
import org.glomera.study.CaseInfo;
import org.glomera.study.Curve;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyInfo;

/**
 * A line of the explorer's tree: what the files of a study said when they were last read. Immutable. Two readings of
 * the same thing have the same {@link #key()}, and are equal when nothing about it changed.
 */
public sealed interface StudyNode {

    /** The study's folder, absolute. */
    Path root();

    /** What stays the same about this line from one reading to the next, for instance {@code case/p7}. */
    String key();

    /** The lines below this one. */
    default List<StudyNode> children() {
        return List.of();
    }

    /** The file or folder that this line stands for. */
    default Path path() {
        return root();
    }

    /** A study whose files are being read for the first time. */
    record Reading(Path root) implements StudyNode {

        /** Refuses a missing folder. */
        public Reading {
            Objects.requireNonNull(root);
        }

        @Override
        public String key() {
            return root.toString();
        }
    }

    /**
     * A study that could be opened.
     *
     * @param info what its study.json says
     * @param children its groups, and what could not be read of it
     */
    record Study(Path root, StudyInfo info, List<StudyNode> children) implements StudyNode {

        /** Copies the list. */
        public Study {
            Objects.requireNonNull(root);
            Objects.requireNonNull(info);
            children = List.copyOf(children);
        }

        @Override
        public String key() {
            return root.toString();
        }
    }

    /** What a group holds. */
    enum GroupKind {
        /** Cases that networks are trained on. */
        TRAINING,
        /** Cases that networks are tested on. */
        TEST,
        /** Cases without a role. */
        UNASSIGNED,
        /** Cases that at least one network cannot use. */
        EXCLUDED,
        /** Runs. */
        RUNS,
        /** Experiments. */
        EXPERIMENTS
    }

    /** Lines of one kind under a study. */
    record Group(Path root, GroupKind kind, List<StudyNode> children) implements StudyNode {

        /** Copies the list. */
        public Group {
            Objects.requireNonNull(root);
            Objects.requireNonNull(kind);
            children = List.copyOf(children);
        }

        @Override
        public String key() {
            return root + "/" + kind;
        }

        @Override
        public Path path() {
            return switch (kind) {
                case RUNS -> root.resolve("runs");
                case EXPERIMENTS -> root.resolve("experiments");
                case TRAINING, TEST, UNASSIGNED, EXCLUDED -> root.resolve("cases");
            };
        }
    }

    /**
     * A case.
     *
     * @param group the group that it stands in
     * @param info what its case.json says
     * @param exclusions why a network cannot use it, by the network's name; empty when none said so
     * @param alignment whether and how its SPECT was brought onto its CT
     */
    record Case(Path root, GroupKind group, CaseInfo info, Map<String, String> exclusions, Alignment alignment)
            implements StudyNode {

        /** A case that lies as it was imported. */
        public Case(Path root, GroupKind group, CaseInfo info, Map<String, String> exclusions) {
            this(root, group, info, exclusions, Alignment.NONE);
        }

        /** Copies the map. */
        public Case {
            Objects.requireNonNull(root);
            Objects.requireNonNull(group);
            Objects.requireNonNull(info);
            exclusions = Map.copyOf(exclusions);
            Objects.requireNonNull(alignment);
        }

        @Override
        public String key() {
            return root + "/" + group + "/" + info.id();
        }

        @Override
        public Path path() {
            return root.resolve("cases").resolve(info.id());
        }
    }

    /**
     * An image, a delineation or a segmentation of a case. It adapts to its case.
     *
     * @param shown the case
     * @param id what it is: {@code ct}, {@code spect}, {@code kidneys_ct}, {@code kidneys_spect} or {@code run/NAME}
     * @param path its file
     * @param title what it is called
     * @param facts the most telling facts, or why it cannot be read
     * @param isReadable whether it can be read
     */
    record Image(Case shown, String id, Path path, String title, String facts, boolean isReadable)
            implements StudyNode, IAdaptable {

        /** Refuses missing parts. */
        public Image {
            Objects.requireNonNull(shown);
            Objects.requireNonNull(id);
            Objects.requireNonNull(path);
            Objects.requireNonNull(title);
            Objects.requireNonNull(facts);
        }

        @Override
        public Path root() {
            return shown.root();
        }

        @Override
        public String key() {
            return shown.key() + "/" + id;
        }

        @Override
        public <T> T getAdapter(Class<T> adapter) {
            return adapter.isInstance(this) ? adapter.cast(this)
                    : adapter.isInstance(shown) ? adapter.cast(shown) : null;
        }
    }

    /**
     * A run.
     *
     * @param info what its run.json says
     * @param curve its learning curve so far
     */
    record Run(Path root, RunInfo info, Curve curve) implements StudyNode {

        /** Refuses missing parts. */
        public Run {
            Objects.requireNonNull(root);
            Objects.requireNonNull(info);
            Objects.requireNonNull(curve);
        }

        @Override
        public String key() {
            return root + "/run/" + info.name();
        }

        @Override
        public Path path() {
            return root.resolve("runs").resolve(info.name());
        }
    }

    /**
     * An experiment.
     *
     * @param info what its experiment.json says
     * @param hasReport whether its report.html is there
     */
    record Experiment(Path root, ExperimentInfo info, boolean hasReport) implements StudyNode {

        /** Refuses missing parts. */
        public Experiment {
            Objects.requireNonNull(root);
            Objects.requireNonNull(info);
        }

        @Override
        public String key() {
            return root + "/experiment/" + info.name();
        }

        @Override
        public Path path() {
            return root.resolve("experiments").resolve(info.name());
        }

        /** The file of the report, which need not be there. */
        public Path report() {
            return path().resolve("report.html");
        }
    }

    /**
     * What could not be read, in its place.
     *
     * @param path the study, or the folder of the case, run or experiment
     * @param message what is wrong and what to do, as a sentence
     */
    record Unreadable(Path root, Path path, String message) implements StudyNode {

        /** Refuses missing parts. */
        public Unreadable {
            Objects.requireNonNull(root);
            Objects.requireNonNull(path);
            Objects.requireNonNull(message);
        }

        @Override
        public String key() {
            return root.equals(path) ? root.toString() : "unreadable/" + path;
        }
    }
}

package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.RoleAssignment;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Preset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.StudyFolder;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that several tasks share, so that they are called and explained alike. */
final class Options {

    private Options() {
    }

    /** The study folder that a task works on. */
    static final class StudyFolderArgument {
        @Parameters(index = "0", paramLabel = "STUDY", description = "The study folder.")
        private Path folder;

        Path folder() {
            return folder.toAbsolutePath().normalize();
        }
    }

    /** Which preset, and with which seed. */
    static final class PresetOption {
        @Option(names = "--preset", paramLabel = "NAME|FILE", defaultValue = "demo",
                description = "A preset of the program (demo, thesis) or a preset file. Default: ${DEFAULT-VALUE}.")
        private String preset;

        @Option(names = "--seed", paramLabel = "NUMBER",
                description = "Another seed than the preset's: everything random follows from it.")
        private Long seed;

        Preset load() throws GlomeraException {
            Preset loaded = Presets.load(preset);
            return seed == null ? loaded : loaded.withSeed(seed);
        }
    }

    /** Which of a preset's networks. */
    static final class NetworkOption {
        @Option(names = "--network", paramLabel = "NAME", split = ",",
                description = "Only these networks of the preset. Default: all.")
        private List<String> names = List.of();

        List<NetworkPreset> of(Preset preset) throws GlomeraException {
            List<String> known = preset.networks().stream().map(NetworkPreset::name).toList();
            for (String name : names) {
                if (!known.contains(name)) {
                    throw new GlomeraException(Kind.CONFIGURATION, "The preset '" + preset.name()
                            + "' has no network '" + name + "'. It has: " + String.join(", ", known) + ".");
                }
            }
            return preset.networks().stream().filter(n -> names.isEmpty() || names.contains(n.name())).toList();
        }
    }

    /** Which experiment. */
    static final class ExperimentOption {
        @Option(names = "--experiment", paramLabel = "NAME", defaultValue = StudyRequest.EXPERIMENT,
                description = "Name of the experiment. Default: ${DEFAULT-VALUE}.")
        private String name;

        String name() {
            return name;
        }
    }

    /** Which experiment of which study; the experiment may be left out where a study has only one. */
    static final class ComparedExperiment {
        @Parameters(index = "0", paramLabel = "STUDY", description = "The study folder, or an experiment's folder in it.")
        private Path folder;

        @Parameters(index = "1", arity = "0..1", paramLabel = "EXPERIMENT",
                description = "Name of the experiment. Default: '" + StudyRequest.EXPERIMENT
                        + "', or the only one of the study.")
        private String positional;

        @Option(names = "--experiment", paramLabel = "NAME", description = "The same.")
        private String option;

        private StudyFolder study;
        private String name;

        /** Opens the study and decides which experiment is meant. */
        void find() throws GlomeraException {
            Path given = folder.toAbsolutePath().normalize();
            Path root = given.getParent() == null ? null : given.getParent().getParent();
            if (!StudyFolder.isStudy(given) && root != null && StudyFolder.isStudy(root)
                    && given.getParent().endsWith("experiments")) {
                study = StudyFolder.open(root);
                name = given.getFileName().toString();
                return;
            }
            study = StudyFolder.open(given);
            name = positional != null ? positional : option != null ? option : usual(study.experiments());
        }

        private static String usual(List<String> experiments) {
            return experiments.size() == 1 ? experiments.get(0) : StudyRequest.EXPERIMENT;
        }

        StudyFolder study() {
            return study;
        }

        String name() {
            return name;
        }
    }

    /** Where a case's role comes from when no cohort file says it. */
    static final class RoleOptions {
        @Option(names = "--test-cases", paramLabel = "N",
                description = "Draw N patients for testing, the others for training. Default: the roles in cohort.csv"
                        + " (columns patient, role) in the images' folder or the one above.")
        private Integer testCases;

        @Option(names = "--draw-seed", paramLabel = "NUMBER", defaultValue = "1",
                description = "Seed of that draw. Default: ${DEFAULT-VALUE}.")
        private long seed;

        RoleAssignment roles() throws GlomeraException {
            return testCases == null ? RoleAssignment.fromCohortFile()
                    : RoleAssignment.draw(testCases, seed);
        }
    }
}

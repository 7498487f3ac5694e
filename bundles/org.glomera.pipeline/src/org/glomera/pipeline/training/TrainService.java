package org.glomera.pipeline.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Folders;
import org.glomera.network.EngineReport;
import org.glomera.network.ArchitectureBuilder;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.model.Cards;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.TrainingData;
import org.glomera.network.training.TrainingLoop;
import org.glomera.network.training.TrainingResult;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.estimating.MemoryCheck;
import org.glomera.pipeline.estimating.NetworkCost;
import org.glomera.pipeline.estimating.NetworkMemory;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preparing.PreparedSamples;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.splitting.CaseSplit;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.pipeline.work.Versions;
import org.glomera.study.CurvePoint;
import org.glomera.study.Excluded;
import org.glomera.study.ImageGrid;
import org.glomera.study.RunCases;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/** Trains a network on its prepared images, or goes on with a training that was stopped. */
public final class TrainService {

    private static final String REPORTED = "The last epoch is reported, as it was planned before the training: an epoch"
            + " chosen by the test cohort's curve would make the test cohort part of the training.";
    private static final String LABELS = "Probability that a voxel belongs to a kidney. From 0.5 on it does; the label"
            + " maps made of it have 1 for the patient's right and 2 for the left kidney.";
    private static final String RESEARCH_ONLY = "Not a medical device. Results are for research and are looked at by a"
            + " person.";
    private static final String PHANTOMS = "Trained on phantoms alone: not for patients.";
    private static final String LICENCE = "EPL-2.0";

    private final Components components;

    /** Makes a service over contributed architectures and the engine. */
    public TrainService(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /** Trains one run in a study that is locked by the caller; of a network with folds, one of {@code network.runs()}. */
    public TrainResult run(TrainRequest request, StudyFolder study, StageReporter reporter) throws GlomeraException {
        if (request.network().folds() > 0) {
            throw new IllegalArgumentException("One run is trained, not " + request.network().folds() + " folds.");
        }
        Optional<RunInfo> there = study.runs().contains(request.network().runName())
                ? Optional.of(study.readRun(request.network().runName())) : Optional.empty();
        NetworkPreset network = FirstWeights.pinned(request.network(), study,
                there.filter(run -> !request.restart()), components);
        requireAugmentations(network);
        reporter.tell("Reading the prepared images", 0);
        PreparedFiles files = new PreparedFiles(study, network.name());
        if (!Files.isRegularFile(files.summary())) {
            throw new GlomeraException(Kind.INPUT, "The study has no prepared images for " + network.name()
                    + ": " + files.summary() + " is not there. Prepare the network first.");
        }
        PreparedSet set = files.read();
        requirePreparedSo(network, set, files);
        requireTrainingCases(network, set);
        CaseSplit split = CaseSplit.of(network, study, set.report().training());
        requireValidation(network, split);
        RunInfo planned = planned(network, request.presetName(), set, split);
        Optional<RunInfo> before = there.isEmpty() ? there : before(request.restart(), study, there.get(), planned);
        if (before.isPresent() && finished(before.get(), study)) {
            reporter.done("was trained before");
            return result(study, before.get(), true);
        }
        RunInfo found = before.orElse(planned);
        RunInfo begun = found.withEpochs(found.epochsDone(), 0, "", now()).withEndedEarly(false);
        StopFile stop = new StopFile(study, network.runName());
        stop.clear();
        removeCard(study.runFolder(network.runName()));
        study.writeRun(begun.withState(RunState.TRAINING, "", now()));
        new OneTraining(study, network, set, split, files, begun, stop,
                new PreviewWriter(study, network, set, request.preview())).run(reporter);
        RunInfo done = study.readRun(network.runName());
        stop.clear();
        reporter.done(done.epochsDone() + " epochs");
        return result(study, done, false);
    }

    private void requireAugmentations(NetworkPreset network) throws GlomeraException {
        List<String> problems = components.augmentations().problems(network.training().augmentations());
        if (!problems.isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, "The training of " + network.name() + " cannot begin: "
                    + String.join(" ", problems));
        }
    }

    private static void requirePreparedSo(NetworkPreset network, PreparedSet set, PreparedFiles files)
            throws GlomeraException {
        if (!set.isFor(network)) {
            throw new GlomeraException(Kind.CONFIGURATION, "The images in " + files.folder()
                    + " were prepared with other settings than " + network.title() + " has now. Prepare them again.");
        }
    }

    private static void requireTrainingCases(NetworkPreset network, PreparedSet set) throws GlomeraException {
        if (set.report().training().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, network.title() + " cannot be trained here: the study has test cases"
                    + " alone, as the sample cohort does, and its networks were trained elsewhere. Import training cases"
                    + " and prepare the network again, or make the whole study with its training images:"
                    + " ./glomera demo.");
        }
    }

    private static void requireValidation(NetworkPreset network, CaseSplit split) throws GlomeraException {
        if (network.training().earlyStopping().on() && split.validation().isEmpty()) {
            throw new GlomeraException(Kind.CONFIGURATION, network.title() + " is to stop early by validation cases, but has"
                    + " none: the test cases take no part in training. Give it a 'validationShare', for instance 0.2, or"
                    + " train it in folds, or take early stopping out of its settings.");
        }
    }

    private static RunInfo planned(NetworkPreset network, String presetName, PreparedSet set, CaseSplit split) {
        List<Excluded> excluded = set.report().excluded().stream()
                .map(one -> new Excluded(one.caseId(), one.reason())).toList();
        RunCases cases = split.validation().isEmpty() ? RunCases.ALL
                : new RunCases(split.training(), split.validation(), split.heldOut());
        return RunInfo.planned(network.runName(), network.runTitle(), network.architecture(),
                network.hybrid() ? ImageGrid.SPECT : ImageGrid.CT, network.training().seed(),
                network.training().epochs(), now())
                .withConfiguration(presetName, StudyJson.toTree(network)).withCases(cases)
                .withData(split.training().size(), set.report().test().size(), excluded, set.inputs());
    }

    /** The run that is there when it is the same one; an error or a fresh start when it is another. */
    private static Optional<RunInfo> before(boolean restart, StudyFolder study, RunInfo there, RunInfo planned)
            throws GlomeraException {
        String name = planned.name();
        boolean sameSettings = sameJson(there.configuration(), planned.configuration());
        boolean sameInputs = there.inputHashes().equals(planned.inputHashes());
        if (sameSettings && sameInputs) {
            return Optional.of(there);
        }
        if (!restart) {
            throw new GlomeraException(Kind.CONFIGURATION, "The run " + name + " in " + study.runFolder(name)
                    + " was begun with other " + (sameSettings ? "images" : "settings")
                    + ". Start it anew (its results so far are lost then), or use another study folder.");
        }
        Folders.delete(study.runFolder(name));
        return Optional.empty();
    }

    /** Compares as text, since a number may be read back as another kind of node than it was made as. */
    private static boolean sameJson(JsonNode one, JsonNode other) {
        return StudyJson.toText(one).equals(StudyJson.toText(other));
    }

    private static boolean finished(RunInfo run, StudyFolder study) throws GlomeraException {
        Path folder = study.runFolder(run.name());
        return run.state() == RunState.FINISHED && !run.keptEarly() && Files.isRegularFile(folder.resolve(ModelFolder.CARD))
                && Files.isRegularFile(folder.resolve(ModelFolder.WEIGHTS));
    }

    private static TrainResult result(StudyFolder study, RunInfo run, boolean alreadyThere) throws GlomeraException {
        Optional<CurvePoint> reported = study.readCurve(run.name()).at(run.reportedEpoch());
        return new TrainResult(run.name(), study.runFolder(run.name()), run.epochsDone(), run.epochsPlanned(),
                reported.map(CurvePoint::trainingDice).orElse(Double.NaN),
                reported.map(CurvePoint::testDice).orElse(Double.NaN), alreadyThere, run.keptEarly(),
                reported.map(CurvePoint::validationDice).orElse(Double.NaN), run.origin().inWords());
    }

    /** The card describes weights that the training replaces after its first epoch. */
    private static void removeCard(Path runFolder) throws GlomeraException {
        Path card = runFolder.resolve(ModelFolder.CARD);
        try {
            Files.deleteIfExists(card);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + card + " cannot be replaced: " + e.getMessage()
                    + ". Check the folder's rights.", e);
        }
        Cards.withdraw(runFolder);
    }

    /** What is recorded of a training that was stopped on purpose. */
    static String keptEarly(int done, int planned) {
        return "The training was stopped on purpose after " + done + " of " + planned + " epochs, and what was learned"
                + " up to there is kept. Trained again, it goes on to the planned last epoch.";
    }

    private static String reported(TrainingResult result, TrainingConfiguration training) {
        int done = result.curve().size();
        if (training.earlyStopping().on()) {
            return "It has the highest mean Dice of the validation cases in the " + done + " epochs trained. The test cases"
                    + " had no part in choosing it.";
        }
        return done == training.epochs() ? REPORTED : "The last finished epoch is reported: the training was stopped on"
                + " purpose after " + done + " of " + training.epochs() + " epochs. Where the test cohort's curve was a"
                + " reason to stop, the test cohort is part of the training.";
    }

    /** What is recorded of a training that early stopping has ended. */
    private static String endedEarly(int done, TrainingConfiguration training) {
        return "Early stopping ended the training after " + done + " of " + training.epochs() + " epochs: the mean Dice of"
                + " the validation cases had not risen"
                + (training.smallestGain() > 0 ? " by more than " + training.smallestGain() : "") + " for "
                + training.patienceEpochs() + " epochs.";
    }

    static String begunAnew(int times, long seed) {
        return "The training began anew " + (times == 1 ? "once" : times + " times") + ", since the network's output had"
                + " fallen to zero before it had learned anything; its weights come from the seed " + seed + ".";
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** One training, whose state the run's file follows. */
    private final class OneTraining {

        private final StudyFolder study;
        private final NetworkPreset network;
        private final PreparedSet set;
        private final CaseSplit split;
        private final PreparedFiles files;
        private final RunInfo begun;
        private final StopFile stop;
        private final PreviewWriter preview;

        OneTraining(StudyFolder study, NetworkPreset network, PreparedSet set, CaseSplit split, PreparedFiles files,
                RunInfo begun, StopFile stop, PreviewWriter preview) {
            this.study = study;
            this.network = network;
            this.set = set;
            this.split = split;
            this.files = files;
            this.begun = begun;
            this.stop = stop;
            this.preview = preview;
        }

        void run(StageReporter reporter) throws GlomeraException {
            RunFile file = new RunFile(study, begun);
            try {
                train(reporter, file);
            } catch (OperationCanceledException e) {
                file.end(RunState.STOPPED, "The training was stopped; started again it goes on from the last finished"
                        + " epoch.");
                throw e;
            } catch (GlomeraException e) {
                file.end(e.kind() == Kind.COMPUTATION ? RunState.FAILED : RunState.STOPPED, e.getMessage());
                throw e;
            }
        }

        private void train(StageReporter reporter, RunFile file) throws GlomeraException {
            NetworkEngine engine = components.engine();
            EngineReport report = engine.report();
            if (!report.usable()) {
                throw new GlomeraException(Kind.MISSING_COMPONENT, report.explanation());
            }
            NetworkGraph graph = graph();
            MemoryCheck.requireForTraining(network.title(), NetworkMemory.of(engine, graph), network.training());
            FirstWeights first = new FirstWeights(study, network, components);
            FirstWeights.Beginning beginning = first.find(graph, begun.origin());
            file.change(run -> run.withVersions(Versions.with(report)).withOrigin(beginning.origin()));
            String name = network.runName();
            TrainingResult result = new TrainingLoop(engine, components.augmentations()).run(graph,
                    network.training(),
                    new TrainingData(new PreparedSamples(files, set, split.training()),
                            new PreparedSamples(files, set, split.validation()),
                            new PreparedSamples(files, set, set.report().test()), beginning.weights()),
                    study.runFolder(name),
                    new ProgressTeller(reporter, file, network.training().epochs(), stop)
                            .and(new ProgressFile(study, name, System::nanoTime)).and(preview)
                            .and(new SpeedListener(study, network, NetworkCost.of(graph), System::nanoTime)),
                    reporter.cancelOnly());
            preview.end();
            file.rethrow();
            List<String> remarks = new ArrayList<>(beginning.origin().inWords());
            remarks.addAll(remarks(result));
            ModelFolder.writeCard(study.runFolder(name), card(Versions.with(report), result, remarks));
            file.change(run -> run.withEpochs(result.curve().size(), result.reportedEpoch(),
                    reported(result, network.training()), now()).withEndedEarly(result.endedEarly())
                    .withState(RunState.FINISHED, String.join(" ", remarks), now()));
            Cards.write(study.runFolder(name), "");
            if (result.endedEarly() || result.curve().size() == network.training().epochs()) {
                first.discard();
            }
        }

        private NetworkGraph graph() throws GlomeraException {
            NetworkArchitecture architecture = components.architecture(network.architecture());
            if (!architecture.channels().equals(network.channels())) {
                throw new GlomeraException(Kind.CONFIGURATION, "The architecture '" + network.architecture()
                        + "' sees " + architecture.channels() + ", but " + network.name() + " gives it "
                        + network.channels() + ". Correct the preset.");
            }
            return ArchitectureBuilder.build(network.architecture(), architecture, network.parameters());
        }

        /** SHA-256 of what the run has learned from. */
        private Map<String, String> trainingInputs() {
            Map<String, String> inputs = new TreeMap<>(set.trainingInputs());
            inputs.keySet().removeIf(path -> split.training().stream().noneMatch(id -> path.startsWith("cases/" + id + "/")));
            return inputs;
        }

        private List<String> remarks(TrainingResult result) {
            List<String> remarks = new ArrayList<>();
            if (result.begunAnew() > 0) {
                remarks.add(begunAnew(result.begunAnew(), result.seed()));
            }
            int done = result.curve().size();
            if (result.endedEarly()) {
                remarks.add(endedEarly(done, network.training()));
            } else if (done < network.training().epochs()) {
                remarks.add(keptEarly(done, network.training().epochs()));
            }
            return remarks;
        }

        private ModelCard card(Map<String, String> versions, TrainingResult result, List<String> further)
                throws GlomeraException {
            Map<String, Integer> counts = TrainingCounts.of(study, split.training());
            List<String> remarks = new ArrayList<>(List.of(RESEARCH_ONLY));
            if (TrainingCounts.phantomsAlone(counts)) {
                remarks.add(0, PHANTOMS);
            }
            remarks.addAll(further);
            return new ModelCard(ModelCard.FORMAT, network.runName(), network.runTitle(), network.architecture(),
                    network.parameters(), network.channels(), set.preparation(), LABELS, network.training(),
                    result.reportedEpoch(), trainingInputs(), counts, Map.of(), versions, "", LICENCE,
                    remarks, now());
        }
    }
}

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
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preparing.PreparedSamples;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.work.StageReporter;
import org.glomera.pipeline.work.Versions;
import org.glomera.study.CurvePoint;
import org.glomera.study.Excluded;
import org.glomera.study.ImageGrid;
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

    /** Trains in a study that is locked by the caller. */
    public TrainResult run(TrainRequest request, StudyFolder study, StageReporter reporter) throws GlomeraException {
        NetworkPreset network = request.network();
        reporter.tell("Reading the prepared images", 0);
        PreparedFiles files = new PreparedFiles(study, network.name());
        if (!Files.isRegularFile(files.summary())) {
            throw new GlomeraException(Kind.INPUT, "The study has no prepared images for " + network.name()
                    + ": " + files.summary() + " is not there. Prepare the network first.");
        }
        PreparedSet set = files.read();
        requirePreparedSo(network, set, files);
        requireTrainingCases(network, set);
        RunInfo planned = planned(request, set);
        Optional<RunInfo> before = before(request, study, planned);
        if (before.isPresent() && finished(before.get(), study)) {
            reporter.done("was trained before");
            return result(study, before.get(), true);
        }
        RunInfo found = before.orElse(planned);
        RunInfo begun = found.withEpochs(found.epochsDone(), 0, "", now());
        StopFile stop = new StopFile(study, network.name());
        stop.clear();
        removeCard(study.runFolder(network.name()));
        study.writeRun(begun.withState(RunState.TRAINING, "", now()));
        new OneTraining(study, network, set, files, begun, stop,
                new PreviewWriter(study, network, set, request.preview())).run(reporter);
        RunInfo done = study.readRun(network.name());
        stop.clear();
        reporter.done(done.epochsDone() + " epochs");
        return result(study, done, false);
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

    private static RunInfo planned(TrainRequest request, PreparedSet set) {
        NetworkPreset network = request.network();
        List<Excluded> excluded = set.report().excluded().stream()
                .map(one -> new Excluded(one.caseId(), one.reason())).toList();
        return RunInfo.planned(network.name(), network.title(), network.architecture(),
                network.hybrid() ? ImageGrid.SPECT : ImageGrid.CT, network.training().seed(),
                network.training().epochs(), now())
                .withConfiguration(request.presetName(), StudyJson.toTree(network))
                .withData(set.report().training().size(), set.report().test().size(), excluded, set.inputs());
    }

    /** The run that is there when it is the same one; an error or a fresh start when it is another. */
    private static Optional<RunInfo> before(TrainRequest request, StudyFolder study, RunInfo planned)
            throws GlomeraException {
        String name = request.network().name();
        if (!study.runs().contains(name)) {
            return Optional.empty();
        }
        RunInfo there = study.readRun(name);
        boolean sameSettings = sameJson(there.configuration(), planned.configuration());
        boolean sameInputs = there.inputHashes().equals(planned.inputHashes());
        if (sameSettings && sameInputs) {
            return Optional.of(there);
        }
        if (!request.restart()) {
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
        Optional<CurvePoint> last = study.readCurve(run.name()).last();
        return new TrainResult(run.name(), study.runFolder(run.name()), run.epochsDone(), run.epochsPlanned(),
                last.map(CurvePoint::trainingDice).orElse(Double.NaN),
                last.map(CurvePoint::testDice).orElse(Double.NaN), alreadyThere);
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
        private final PreparedFiles files;
        private final RunInfo begun;
        private final StopFile stop;
        private final PreviewWriter preview;

        OneTraining(StudyFolder study, NetworkPreset network, PreparedSet set, PreparedFiles files, RunInfo begun,
                StopFile stop, PreviewWriter preview) {
            this.study = study;
            this.network = network;
            this.set = set;
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
            MemoryCheck.requireForTraining(network.title(), graph);
            file.change(run -> run.withVersions(Versions.with(report)));
            TrainingResult result = new TrainingLoop(engine).run(graph, network.training(),
                    TrainingData.of(new PreparedSamples(files, set, set.report().training()),
                            new PreparedSamples(files, set, set.report().test())), study.runFolder(network.name()),
                    new ProgressTeller(reporter, file, network.training().epochs(), stop)
                            .and(new ProgressFile(study, network.name(), System::nanoTime)).and(preview)
                            .and(new SpeedListener(study, network, NetworkCost.of(graph), System::nanoTime)),
                    reporter.cancelOnly());
            preview.end();
            file.rethrow();
            ModelFolder.writeCard(study.runFolder(network.name()), card(Versions.with(report), result));
            file.change(run -> run.withEpochs(result.curve().size(), result.reportedEpoch(),
                    reported(result, network.training()), now()).withEndedEarly(result.endedEarly())
                    .withState(RunState.FINISHED, String.join(" ", remarks(result)), now()));
            Cards.write(study.runFolder(network.name()), "");
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

        private ModelCard card(Map<String, String> versions, TrainingResult result) throws GlomeraException {
            Map<String, Integer> counts = TrainingCounts.of(study, set.report().training());
            List<String> remarks = new ArrayList<>(List.of(RESEARCH_ONLY));
            if (TrainingCounts.phantomsAlone(counts)) {
                remarks.add(0, PHANTOMS);
            }
            remarks.addAll(remarks(result));
            return new ModelCard(ModelCard.FORMAT, network.name(), network.title(), network.architecture(),
                    network.parameters(), network.channels(), set.preparation(), LABELS, network.training(),
                    result.reportedEpoch(), set.trainingInputs(), counts, Map.of(), versions, "", LICENCE,
                    remarks, now());
        }
    }
}

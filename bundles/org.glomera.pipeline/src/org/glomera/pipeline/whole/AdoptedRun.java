package org.glomera.pipeline.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.file.Folders;
import org.glomera.network.model.Cards;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.model.TrainedNetwork;
import org.glomera.pipeline.preparing.PreparedFiles;
import org.glomera.pipeline.preparing.PreparedSet;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.study.StudyJson;

/**
 * A run of a study whose network was trained elsewhere: weights, card and curve are copies of a trained network's, and
 * {@code run.json} is that of its training with a remark that says so, and with this study's test cases.
 */
final class AdoptedRun {

    /** Under this name {@code run.json} says among the versions which trained network the run is a copy of. */
    static final String MODEL = "model";

    private static final String RUN = "run.json";
    private static final String CURVE = "curve.csv";

    private final TrainedNetwork network;
    private final ModelCard card;
    private final RunInfo training;
    private final NetworkPreset settings;

    private AdoptedRun(TrainedNetwork network, ModelCard card, RunInfo training, NetworkPreset settings) {
        this.network = network;
        this.card = card;
        this.training = training;
        this.settings = settings;
    }

    /**
     * Reads what a trained network says of its training.
     *
     * @throws GlomeraException when it has no {@code run.json} of a finished training, or card and settings do not fit
     */
    static AdoptedRun of(TrainedNetwork network) throws GlomeraException {
        Path file = network.folder().resolve(RUN);
        if (!Files.isRegularFile(file)) {
            throw unusable(network, "it has no " + RUN + " that says how it was trained");
        }
        ModelCard card = network.card();
        RunInfo training = StudyJson.read(file, RunInfo.class);
        NetworkPreset settings = StudyJson.convert(training.configuration(), file.toString(), NetworkPreset.class);
        boolean fits = training.state() == RunState.FINISHED && settings.name().equals(training.name())
                && settings.architecture().equals(card.architecture()) && settings.channels().equals(card.channels())
                && settings.parameters().equals(card.parameters());
        if (!fits) {
            throw unusable(network, "its " + RUN + " is not that of the finished training of its " + ModelFolder.CARD);
        }
        return new AdoptedRun(network, card, training, settings);
    }

    private static GlomeraException unusable(TrainedNetwork network, String why) {
        return new GlomeraException(Kind.MISSING_COMPONENT, "The trained network '" + network.id() + "' of the plug-in "
                + network.plugin() + " cannot be part of a study: " + why + ". Update or remove that plug-in.");
    }

    /** The settings it was trained with; the run and the prepared folder have its name. */
    NetworkPreset settings() {
        return settings;
    }

    /** What the network is. */
    ModelCard card() {
        return card;
    }

    /**
     * Writes the run, whose test cases are prepared; one that is there already is left as it is.
     *
     * @throws GlomeraException when the study has a run of this name that was trained in it, or a file cannot be copied
     */
    void write(StudyFolder study) throws GlomeraException {
        RunInfo wanted = run(new PreparedFiles(study, settings.name()).read());
        Path folder = study.runFolder(settings.name());
        if (study.runs().contains(settings.name())) {
            RunInfo there = study.readRun(settings.name());
            if (there.inputHashes().equals(wanted.inputHashes()) && holdsWeights(folder)) {
                return;
            }
            if (!there.versions().containsKey(MODEL)) {
                throw new GlomeraException(Kind.INPUT, "The study " + study.root() + " has a run " + settings.name()
                        + " that was trained in it, and the sample cohort would replace it. Name another folder.");
            }
            Folders.delete(folder);
        }
        for (String name : List.of(ModelFolder.WEIGHTS, CURVE)) {
            copy(network.folder().resolve(name), folder.resolve(name));
        }
        if (Files.isRegularFile(network.folder().resolve(Cards.FILE))) {
            copy(network.folder().resolve(Cards.FILE), folder.resolve(Cards.FILE));
        }
        ModelFolder.writeCard(folder, card);
        study.writeRun(wanted);
        Cards.write(folder, "");
    }

    private boolean holdsWeights(Path folder) throws GlomeraException {
        return Files.isRegularFile(folder.resolve(ModelFolder.WEIGHTS))
                && Files.isRegularFile(folder.resolve(ModelFolder.CARD))
                && ModelFolder.readCard(folder).weightsSha256().equals(card.weightsSha256());
    }

    private RunInfo run(PreparedSet set) {
        Map<String, String> versions = new TreeMap<>(training.versions());
        versions.put(MODEL, network.id());
        return training.withVersions(versions)
                .withData(training.trainingImages(), set.report().test().size(), List.of(), set.inputs())
                .withState(RunState.FINISHED, "Trained elsewhere: weights and curve are those of '" + network.id()
                        + "', which comes with the program. The " + training.trainingImages()
                        + " images that it was trained on are not in this study.",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static void copy(Path from, Path to) throws GlomeraException {
        try {
            AtomicFiles.write(to, out -> Files.copy(from, Objects.requireNonNull(out)));
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "'" + from + "' could not be copied to '" + to + "': "
                    + e.getMessage() + ". Check the free space of the disk and your permission to write there.", e);
        }
    }
}

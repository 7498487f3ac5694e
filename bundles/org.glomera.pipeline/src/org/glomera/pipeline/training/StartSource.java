package org.glomera.pipeline.training;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.Channel;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.model.InputPreparation;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.work.Hashes;
import org.glomera.study.Names;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;

/**
 * A trained network whose weights another training begins with.
 *
 * @param named what a user calls it
 * @param folder where its card and its weights lie
 * @param card what it is
 * @param sha256 SHA-256 of its weights' file
 */
record StartSource(String named, Path folder, ModelCard card, String sha256) {

    /**
     * Finds it: a run of the study, else a folder, else a network that comes with the program.
     *
     * @throws GlomeraException when there is none such, it is not trained, or its weights are not those of its card
     */
    static StartSource find(StudyFolder study, String named, Components components) throws GlomeraException {
        Path folder = folder(study, named, components);
        ModelCard card = ModelFolder.readCard(folder);
        Path weights = folder.resolve(ModelFolder.WEIGHTS);
        String sha256 = Hashes.of(weights);
        if (!sha256.equals(card.weightsSha256())) {
            throw new GlomeraException(Kind.INPUT, "'" + weights + "' is not the file that '"
                    + folder.resolve(ModelFolder.CARD) + "' describes: its SHA-256 differs. Copy both again from their"
                    + " source.");
        }
        return new StartSource(named, folder, card, sha256);
    }

    private static Path folder(StudyFolder study, String named, Components components) throws GlomeraException {
        if (Names.isName(named) && study.runs().contains(named)) {
            if (study.readRun(named).state() != RunState.FINISHED) {
                throw new GlomeraException(Kind.INPUT, "No training can start from the run " + named
                        + ", which is not finished. Train it to the end, or stop it and keep what it has learned.");
            }
            return study.runFolder(named);
        }
        try {
            Path path = Path.of(named).toAbsolutePath().normalize();
            return Files.isDirectory(path) ? path : components.trainedNetwork(named);
        } catch (InvalidPathException e) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + named + "' is neither a run of the study nor the folder"
                    + " or the name of a trained network. Correct what the training starts from.", e);
        }
    }

    /**
     * Its weights.
     *
     * @throws GlomeraException when they are damaged
     */
    NetworkWeights weights() throws GlomeraException {
        Path file = folder.resolve(ModelFolder.WEIGHTS);
        NetworkWeights weights = SafeTensors.read(file).weights();
        if (!weights.finite()) {
            throw new GlomeraException(Kind.INPUT, "The weights in '" + file
                    + "' hold a value that is not a number. Copy the file again or start from another network.");
        }
        return weights;
    }

    /** In what its input differs from that of a network that begins with its weights, a sentence each. */
    List<String> warnings(NetworkPreset network) {
        List<String> warnings = new ArrayList<>();
        InputPreparation its = card.preparation();
        if (!card.channels().equals(network.channels())) {
            warnings.add(named + " saw " + words(card.channels()) + ", this network sees " + words(network.channels())
                    + ".");
        }
        for (Channel channel : network.channels()) {
            if (its.intensity().containsKey(channel)
                    && !its.intensity().get(channel).equals(network.preparation().intensity().get(channel))) {
                warnings.add("The intensities of the " + word(channel) + " were normalised otherwise for " + named
                        + " than they are here.");
            }
        }
        if (its.ctOutsideHu() != network.preparation().ctOutsideHu()) {
            warnings.add("What lies outside the CT was " + its.ctOutsideHu() + " HU for " + named + " and is "
                    + network.preparation().ctOutsideHu() + " HU here.");
        }
        if (!List.of(its.nx(), its.ny(), its.nz()).equals(network.inputSize())) {
            warnings.add("The input of " + named + " had " + its.nx() + " x " + its.ny() + " x " + its.nz()
                    + " voxels, here it has " + network.inputSize().get(0) + " x " + network.inputSize().get(1) + " x "
                    + network.inputSize().get(2) + ".");
        }
        return warnings;
    }

    private static String words(List<Channel> channels) {
        return String.join(" and ", channels.stream().map(StartSource::word).toList());
    }

    private static String word(Channel channel) {
        return channel == Channel.SPECT ? "SPECT" : "CT";
    }
}

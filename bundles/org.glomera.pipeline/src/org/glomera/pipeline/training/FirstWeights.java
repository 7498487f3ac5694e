package org.glomera.pipeline.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.StartingWeights;
import org.glomera.network.training.Transfer;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.RunInfo;
import org.glomera.study.RunOrigin;
import org.glomera.study.StudyFolder;

/**
 * The weights that a run begins with, where it starts from another network. As long as the run is trained a copy lies in
 * its folder, so that the other network may be trained again or deleted.
 */
final class FirstWeights {

    private static final String COPY = "checkpoint/start.safetensors";
    private static final String SOURCE = "source_sha256";

    private final StudyFolder study;
    private final NetworkPreset network;
    private final Components components;
    private final Path copy;

    /**
     * The first weights of a run.
     *
     * @param network with the SHA-256 of what it starts from
     */
    FirstWeights(StudyFolder study, NetworkPreset network, Components components) throws GlomeraException {
        this.study = Objects.requireNonNull(study);
        this.network = Objects.requireNonNull(network);
        this.components = Objects.requireNonNull(components);
        this.copy = study.runFolder(network.runName()).resolve(COPY);
    }

    /**
     * The settings of a run with the SHA-256 of what it starts from. A run that has finished epochs needs its source no
     * more; as long as that is there it must be what it was.
     *
     * @param there the run as it was begun before
     * @throws GlomeraException when the source is not there or is not what it was
     */
    static NetworkPreset pinned(NetworkPreset network, StudyFolder study, Optional<RunInfo> there,
            Components components) throws GlomeraException {
        if (network.startFrom().isEmpty()) {
            return network;
        }
        if (network.startFrom().equals(network.runName())) {
            throw new GlomeraException(Kind.CONFIGURATION, "The run " + network.runName()
                    + " cannot start from itself. Give this training another name.");
        }
        Optional<NetworkPreset> begun = there.isPresent() && !there.get().origin().random()
                ? Optional.of(Presets.ofRun(there.get())) : Optional.empty();
        if (begun.isPresent() && begun.get().startFromSha256().equals(network.startFromSha256())) {
            return network;
        }
        StartSource source;
        try {
            source = StartSource.find(study, network.startFrom(), components);
        } catch (GlomeraException e) {
            if (begun.isPresent() && begun.get().startFrom().equals(network.startFrom())
                    && network.startFromSha256().isEmpty()) {
                return network.withStart(begun.get().startFrom(), begun.get().startFromSha256());
            }
            throw e;
        }
        return requireSame(network, begun, source);
    }

    private static NetworkPreset requireSame(NetworkPreset network, Optional<NetworkPreset> begun, StartSource source)
            throws GlomeraException {
        if (!network.startFromSha256().isEmpty() && !network.startFromSha256().equals(source.sha256())) {
            throw new GlomeraException(Kind.INPUT, "The weights of " + source.named() + " are not those that "
                    + network.title() + " is to start from: their SHA-256 begins with " + shortly(source.sha256())
                    + " and not with " + shortly(network.startFromSha256()) + ". Put the file back, or take"
                    + " 'startFromSha256' out of the settings.");
        }
        if (begun.isPresent() && begun.get().startFrom().equals(network.startFrom())
                && !begun.get().startFromSha256().equals(source.sha256())) {
            throw new GlomeraException(Kind.CONFIGURATION, "The run " + network.runName() + " was begun with other weights"
                    + " of " + source.named() + " than it has now: it was trained again since then. Start the run anew"
                    + " (its results so far are lost then), or give it another name.");
        }
        boolean renamed = begun.isPresent() && begun.get().startFromSha256().equals(source.sha256());
        return network.withStart(renamed ? begun.get().startFrom() : network.startFrom(), source.sha256());
    }

    private static String shortly(String sha256) {
        return sha256.substring(0, 12);
    }

    /** Weights to begin with and what is recorded of them. */
    record Beginning(Optional<StartingWeights> weights, RunOrigin origin) {
    }

    /**
     * The weights of the whole network.
     *
     * @param before what the run recorded when it was begun before
     * @throws GlomeraException when the source is not what the settings name, or nothing of it fits
     */
    Beginning find(NetworkGraph graph, RunOrigin before) throws GlomeraException {
        if (network.startFrom().isEmpty()) {
            return new Beginning(Optional.empty(), RunOrigin.RANDOM);
        }
        if (!before.random() && Files.isRegularFile(copy)) {
            SafeTensors.Content content = SafeTensors.read(copy);
            if (network.startFromSha256().equals(content.metadata().get(SOURCE))
                    && content.weights().misfit(graph).isEmpty()) {
                return beginning(content.weights(), before);
            }
        }
        StartSource source = StartSource.find(study, network.startFrom(), components);
        if (!source.sha256().equals(network.startFromSha256())) {
            throw new GlomeraException(Kind.INPUT, "The weights of " + source.named() + " have changed while the training"
                    + " was begun. Begin it again.");
        }
        NetworkWeights usual = WeightInitialiser.initialise(graph, network.training().initialisation(),
                network.training().seed());
        Transfer transfer = Transfer.of(graph, source.weights(), usual);
        if (!transfer.takesKernels(graph)) {
            throw new GlomeraException(Kind.CONFIGURATION, network.title() + " cannot start from " + source.named()
                    + ": no layer of it fits, for instance " + transfer.fresh().get(0) + ". Start from a network of the"
                    + " same architecture, width and depth (that one is '" + source.card().architecture() + "' with "
                    + source.card().parameters().filters() + " filters and " + source.card().parameters().levels()
                    + " levels), or from random weights.");
        }
        SafeTensors.write(copy, transfer.weights(), Map.of(SOURCE, source.sha256()));
        return beginning(transfer.weights(), new RunOrigin(source.named(), source.sha256(), transfer.taken().size(),
                transfer.fresh(), source.warnings(network)));
    }

    private Beginning beginning(NetworkWeights weights, RunOrigin origin) {
        return new Beginning(Optional.of(new StartingWeights(weights, network.startFromSha256())), origin);
    }

    /** Removes the copy: all epochs are trained. */
    void discard() throws GlomeraException {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + copy + " cannot be removed: " + e.getMessage()
                    + ". Check the folder's rights.", e);
        }
    }
}

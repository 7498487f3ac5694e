package org.glomera.network.model;

import java.nio.file.Path;
import java.util.Objects;

import org.glomera.core.GlomeraException;

/**
 * A trained network that a plug-in brings. Its folder holds {@code model.json} and {@code weights.safetensors}, and may
 * hold {@code curve.csv} and {@code run.json} of its training, and a {@code CARD.md} for people.
 *
 * @param id unique among the contributed networks, for instance {@code phantom-hybrid}
 * @param name the name that is shown to a user
 * @param description a sentence for a user: what it sees, what it was trained on
 * @param plugin symbolic name of the bundle that brings it
 * @param folder where its files lie; they are read, never written
 */
public record TrainedNetwork(String id, String name, String description, String plugin, Path folder) {

    /** Refuses missing parts. */
    public TrainedNetwork {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(plugin);
        Objects.requireNonNull(folder);
    }

    /**
     * What the network is.
     *
     * @throws GlomeraException when its card cannot be read
     */
    public ModelCard card() throws GlomeraException {
        return ModelFolder.readCard(folder);
    }
}

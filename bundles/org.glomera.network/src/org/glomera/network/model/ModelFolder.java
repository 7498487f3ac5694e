package org.glomera.network.model;

import java.nio.file.Path;

import org.glomera.core.GlomeraException;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

/** A folder with {@code model.json} and {@code weights.safetensors}: a run's folder or one of {@code models/}. */
public final class ModelFolder {

    /** File name of the card. */
    public static final String CARD = "model.json";
    /** File name of the weights. */
    public static final String WEIGHTS = "weights.safetensors";

    private ModelFolder() {
    }

    /** Writes the card; the weights' digest in it is taken from the folder's weights file. */
    public static void writeCard(Path folder, ModelCard card) throws GlomeraException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the card.
     *
     * @throws GlomeraException (input) when it is missing or not of a form that this program reads
     */
    public static ModelCard readCard(Path folder) throws GlomeraException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the weights of a network.
     *
     * @throws GlomeraException (input) when they are missing, damaged, not those that the card names, or of another
     *         network than {@code graph}; the message says which
     */
    public static NetworkWeights readWeights(Path folder, ModelCard card, NetworkGraph graph)
            throws GlomeraException {
        throw new UnsupportedOperationException();
    }
}

package org.glomera.network.model;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Digests;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.study.StudyJson;

import com.fasterxml.jackson.databind.JsonNode;

/** A folder with {@code model.json} and {@code weights.safetensors}: a run's folder or one of {@code models/}. */
public final class ModelFolder {

    /** File name of the card. */
    public static final String CARD = "model.json";
    /** File name of the weights. */
    public static final String WEIGHTS = "weights.safetensors";

    private static final List<String> FIELDS = Arrays.stream(ModelCard.class.getRecordComponents())
            .map(RecordComponent::getName).toList();
    private static final int LONGEST_SHOWN = 80;

    private ModelFolder() {
    }

    /** Writes the card; the weights' digest in it is taken from the folder's weights file. */
    public static void writeCard(Path folder, ModelCard card) throws GlomeraException {
        StudyJson.write(folder.resolve(CARD), card.withWeightsSha256(digest(folder.resolve(WEIGHTS))));
    }

    /**
     * Reads the card.
     *
     * @throws GlomeraException (input) when it is missing or not of a form that this program reads
     */
    public static ModelCard readCard(Path folder) throws GlomeraException {
        Path file = folder.resolve(CARD);
        if (!Files.isRegularFile(file)) {
            throw new GlomeraException(Kind.INPUT, "'" + folder + "' holds no trained network: it has no " + CARD
                    + ". Name the folder of a run that was trained here, or of a published network.");
        }
        JsonNode tree = StudyJson.readTree(file);
        if (!tree.isObject()) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is no card of a network: it holds no JSON object."
                    + " Copy it again from its source.");
        }
        JsonNode form = tree.path("format");
        if (form.isNumber() && form.asDouble() != ModelCard.FORMAT) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' has the form " + form.asText()
                    + ", this program reads form " + ModelCard.FORMAT + ". Use the version of Glomera that wrote it.");
        }
        requireKnown(tree, file);
        return StudyJson.convert(tree, "'" + file + "'", ModelCard.class);
    }

    /** A field that came with a later version may change what the network's output means. */
    private static void requireKnown(JsonNode tree, Path file) throws GlomeraException {
        List<String> further = new ArrayList<>();
        tree.fieldNames().forEachRemaining(further::add);
        further.removeAll(FIELDS);
        if (!further.isEmpty()) {
            String name = further.get(0).replaceAll("\\p{Cntrl}", "?");
            throw new GlomeraException(Kind.INPUT, "'" + file + "' has the field '"
                    + name.substring(0, Math.min(name.length(), LONGEST_SHOWN))
                    + "', which this version does not know. Use the version of Glomera that wrote the file; it stands"
                    + " under 'versions'.");
        }
    }

    /**
     * Reads the weights of a network.
     *
     * @throws GlomeraException (input) when they are missing, damaged, not those that the card names, or of another
     *         network than {@code graph}; the message says which
     */
    public static NetworkWeights readWeights(Path folder, ModelCard card, NetworkGraph graph)
            throws GlomeraException {
        Path file = folder.resolve(WEIGHTS);
        if (!digest(file).equals(card.weightsSha256())) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is not the file that '" + folder.resolve(CARD)
                    + "' describes: its SHA-256 differs. Copy both again from their source.");
        }
        NetworkWeights weights = SafeTensors.read(file).weights();
        Optional<String> misfit = weights.misfit(graph);
        if (misfit.isPresent()) {
            throw new GlomeraException(Kind.INPUT, "The weights in '" + file + "' are not those of the network '"
                    + card.architecture() + "' that '" + folder.resolve(CARD) + "' names: " + misfit.get()
                    + ". Use the card that belongs to the weights.");
        }
        Optional<String> infinite = weights.notFinite();
        if (infinite.isPresent()) {
            throw new GlomeraException(Kind.INPUT, "The weights in '" + file + "' hold a value that is not a number, in "
                    + infinite.get() + ". Copy the file again or train again.");
        }
        return weights;
    }

    private static String digest(Path weights) throws GlomeraException {
        try {
            return Digests.sha256(weights);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "'" + weights + "' cannot be read. Train the network, or copy the"
                    + " file from its source.", e);
        }
    }
}

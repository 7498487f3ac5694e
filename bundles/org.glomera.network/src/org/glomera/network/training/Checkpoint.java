package org.glomera.network.training;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.Digests;
import org.glomera.network.TrainerState;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.study.CurvePoint;
import org.glomera.study.StudyJson;

/**
 * The file from which a training goes on: one safetensors file, written in one move, with the weights under
 * {@code weights/NAME}, the momentum under {@code momentum/NAME} where there is one, and the rest as JSON in its
 * metadata. What else a run's folder holds follows from it.
 */
final class Checkpoint {

    private static final int FORMAT = 2;
    private static final String METADATA = "training";
    private static final String WEIGHTS = "weights/";
    private static final String MOMENTUM = "momentum/";

    /**
     * What is beside the numbers.
     *
     * @param format version of this form
     * @param step number of steps made
     * @param network digest of the network's layers
     * @param trainingImages number of training images
     * @param configuration how the network is trained
     * @param attempt 0 when the training did not have to begin anew, see {@link Attempts}
     * @param curve one point a finished epoch
     */
    record Header(int format, long step, String network, int trainingImages, TrainingConfiguration configuration,
            int attempt, List<CurvePoint> curve) {

        Header {
            Objects.requireNonNull(network);
            Objects.requireNonNull(configuration);
            if (attempt < 0 || attempt >= Attempts.MOST) {
                throw new IllegalArgumentException("attempt is " + attempt);
            }
            curve = List.copyOf(curve);
        }
    }

    /**
     * Where a training stands after an epoch.
     *
     * @param attempt how often the training had begun anew
     */
    record Standing(TrainerState state, int attempt, List<CurvePoint> curve) {
    }

    private final Path file;
    private final NetworkGraph graph;
    private final TrainingConfiguration configuration;
    private final int trainingImages;

    Checkpoint(Path file, NetworkGraph graph, TrainingConfiguration configuration, int trainingImages) {
        this.file = file;
        this.graph = graph;
        this.configuration = configuration;
        this.trainingImages = trainingImages;
    }

    void write(Standing standing) throws GlomeraException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        standing.state().weights().tensors().forEach((name, tensor) -> tensors.put(WEIGHTS + name, tensor));
        if (configuration.momentum() > 0) {
            standing.state().momentum().tensors().forEach((name, tensor) -> tensors.put(MOMENTUM + name, tensor));
        }
        Header header = new Header(FORMAT, standing.state().step(), digest(graph), trainingImages, configuration,
                standing.attempt(), standing.curve());
        SafeTensors.write(file, new NetworkWeights(tensors), Map.of(METADATA, StudyJson.toText(header)));
    }

    /** Where an earlier training of this network, configuration and number of images stopped; empty before the first. */
    Optional<Standing> read() throws GlomeraException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        SafeTensors.Content content = SafeTensors.read(file);
        String text = content.metadata().getOrDefault(METADATA, "");
        Header header = StudyJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "The metadata of '" + file + "'", Header.class);
        requireSame(header);
        NetworkWeights weights = part(content.weights(), WEIGHTS);
        NetworkWeights momentum = configuration.momentum() > 0 ? part(content.weights(), MOMENTUM) : weights.zeros();
        Optional<String> misfit = weights.misfit(graph).or(() -> momentum.misfit(graph));
        if (misfit.isPresent()) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is damaged: " + misfit.get()
                    + ". Delete it to train from the beginning.");
        }
        return Optional.of(new Standing(new TrainerState(weights, momentum, header.step()), header.attempt(),
                header.curve()));
    }

    private void requireSame(Header header) throws GlomeraException {
        String other = null;
        if (header.format() != FORMAT) {
            other = "in another form (" + header.format() + " instead of " + FORMAT + ")";
        } else if (!header.network().equals(digest(graph))) {
            other = "of another network";
        } else if (!header.configuration().equals(configuration)) {
            other = "with another configuration";
        } else if (header.trainingImages() != trainingImages) {
            other = "on " + header.trainingImages() + " images instead of " + trainingImages;
        }
        if (other != null) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + file + "' belongs to a training " + other
                    + ", from which this one cannot go on. Give this training another name or delete that file.");
        }
    }

    private static NetworkWeights part(NetworkWeights all, String prefix) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        all.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
            }
        });
        return new NetworkWeights(tensors);
    }

    private static String digest(NetworkGraph graph) {
        return Digests.sha256(graph.toString().getBytes(StandardCharsets.UTF_8));
    }
}

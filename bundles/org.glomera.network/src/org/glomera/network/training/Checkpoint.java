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
import org.glomera.study.WhenAbsent;

/**
 * The file from which a training goes on: one safetensors file, written in one move, with the weights under
 * {@code weights/NAME}, the optimiser's moments under {@code momentum/NAME}, {@code first/NAME} and {@code second/NAME}
 * where it has them, and the rest as JSON in its metadata. With early stopping the weights of the best epoch so far lie
 * beside it ({@link BestWeights}), written before it. What else a run's folder holds follows from these.
 */
final class Checkpoint {

    private static final int FORMAT = 2;
    private static final String METADATA = "training";
    private static final String WEIGHTS = "weights/";

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
     * @param validationImages number of validation images
     * @param startedFrom digest of the weights that the training began with; empty for random ones
     */
    record Header(int format, long step, String network, int trainingImages, TrainingConfiguration configuration,
            int attempt, List<CurvePoint> curve, @WhenAbsent("0") int validationImages,
            @WhenAbsent("\"\"") String startedFrom) {

        Header {
            Objects.requireNonNull(network);
            Objects.requireNonNull(configuration);
            if (attempt < 0 || attempt >= Attempts.MOST) {
                throw new IllegalArgumentException("attempt is " + attempt);
            }
            curve = List.copyOf(curve);
            Objects.requireNonNull(startedFrom);
        }
    }

    /**
     * Where a training stands after an epoch.
     *
     * @param attempt how often the training had begun anew
     * @param reported the weights of the epoch that is reported when training ends here
     */
    record Standing(TrainerState state, int attempt, List<CurvePoint> curve, NetworkWeights reported) {
    }

    private final Path file;
    private final NetworkGraph graph;
    private final TrainingConfiguration configuration;
    private final TrainingData data;
    private final BestWeights best;

    Checkpoint(Path file, NetworkGraph graph, TrainingConfiguration configuration, TrainingData data) {
        this.file = file;
        this.graph = graph;
        this.configuration = configuration;
        this.data = data;
        this.best = new BestWeights(file.getParent());
    }

    void write(Standing standing) throws GlomeraException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, WEIGHTS, standing.state().weights());
        for (String moment : configuration.options().moments()) {
            add(tensors, moment + "/", standing.state().moment(moment));
        }
        Header header = new Header(FORMAT, standing.state().step(), digest(graph), data.training().size(),
                configuration, standing.attempt(), standing.curve(), data.validation().size(), startedFrom());
        boolean keepsBest = configuration.earlyStopping().on();
        int reported = configuration.earlyStopping().reportedEpoch(standing.curve());
        if (keepsBest && reported == standing.curve().size()) {
            best.write(standing.attempt(), reported, standing.reported());
        }
        SafeTensors.write(file, new NetworkWeights(tensors), Map.of(METADATA, StudyJson.toText(header)));
        if (keepsBest) {
            best.deleteOthers(standing.attempt(), reported);
        }
    }

    /** Where an earlier training of this network, configuration and data stopped; empty before the first. */
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
        requireFit(weights);
        Map<String, NetworkWeights> moments = new LinkedHashMap<>();
        for (String moment : configuration.options().moments()) {
            moments.put(moment, part(content.weights(), moment + "/"));
            requireFit(moments.get(moment));
        }
        int reported = configuration.earlyStopping().reportedEpoch(header.curve());
        NetworkWeights kept = reported == header.curve().size() ? weights
                : best.read(header.attempt(), reported, graph);
        return Optional.of(new Standing(new TrainerState(weights, moments, header.step()), header.attempt(),
                header.curve(), kept));
    }

    private void requireFit(NetworkWeights weights) throws GlomeraException {
        Optional<String> misfit = weights.misfit(graph);
        if (misfit.isPresent()) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' is damaged: " + misfit.get()
                    + ". Delete it to train from the beginning.");
        }
    }

    private void requireSame(Header header) throws GlomeraException {
        String other = null;
        if (header.format() != FORMAT) {
            other = "in another form (" + header.format() + " instead of " + FORMAT + ")";
        } else if (!header.network().equals(digest(graph))) {
            other = "of another network";
        } else if (!header.configuration().equals(configuration)) {
            other = "with another configuration";
        } else if (header.trainingImages() != data.training().size()) {
            other = "on " + header.trainingImages() + " images instead of " + data.training().size();
        } else if (header.validationImages() != data.validation().size()) {
            other = "with " + header.validationImages() + " validation images instead of " + data.validation().size();
        } else if (!header.startedFrom().equals(startedFrom())) {
            other = "that began with other weights";
        }
        if (other != null) {
            throw new GlomeraException(Kind.CONFIGURATION, "'" + file + "' belongs to a training " + other
                    + ", from which this one cannot go on. Give this training another name or delete that file.");
        }
    }

    private String startedFrom() {
        return data.start().map(StartingWeights::sha256).orElse("");
    }

    private static void add(Map<String, Tensor> tensors, String prefix, NetworkWeights weights) {
        weights.tensors().forEach((name, tensor) -> tensors.put(prefix + name, tensor));
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

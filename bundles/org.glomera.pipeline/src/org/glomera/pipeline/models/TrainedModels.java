package org.glomera.pipeline.models;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkArchitecture;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.model.Handover;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.pipeline.Components;

/** Looks at trained networks and hands them on. Safe for use by several threads. */
public final class TrainedModels {

    /** The name of the tensor in a file of input: channels, z, y, x. */
    public static final String INPUT = "input";
    /** The name of the tensor in a file of output: 1, z, y, x. */
    public static final String OUTPUT = "probability";

    private static final String INPUT_FILE = "input.safetensors";
    private static final String OUTPUT_FILE = "output.safetensors";
    private static final long SEED = 1;

    private final Components components;

    /** Works with contributed architectures and the engine. */
    public TrainedModels(Components components) {
        this.components = Objects.requireNonNull(components);
    }

    /**
     * A network whose files are as its card says: the digest is the card's, the weights are those of the architecture and
     * every value is finite.
     *
     * @param folder where its files lie
     */
    public record Verified(Path folder, ModelCard card, NetworkGraph graph, NetworkWeights weights) {
    }

    /**
     * What came of a forward pass.
     *
     * @param lowest the smallest probability
     * @param highest the largest
     * @param mean the mean of all
     */
    public record Pass(double lowest, double highest, double mean) {
    }

    /**
     * Reads a network and checks its files.
     *
     * @throws GlomeraException (input) when they are missing, damaged or do not fit together; (missing component) when
     *         no plug-in brings the architecture
     */
    public Verified verify(Path folder) throws GlomeraException {
        ModelCard card = ModelFolder.readCard(folder);
        NetworkArchitecture architecture = components.architecture(card.architecture());
        if (!architecture.channels().equals(card.channels())) {
            throw new GlomeraException(Kind.INPUT, "'" + folder.resolve(ModelFolder.CARD) + "' says that the network sees "
                    + card.channels() + ", but its architecture '" + card.architecture() + "' sees "
                    + architecture.channels() + ". It was made by another version; train the network again.");
        }
        NetworkGraph graph = graph(folder, card, architecture);
        return new Verified(folder, card, graph, ModelFolder.readWeights(folder, card, graph));
    }

    private static NetworkGraph graph(Path folder, ModelCard card, NetworkArchitecture architecture)
            throws GlomeraException {
        try {
            return architecture.build(card.parameters());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new GlomeraException(Kind.INPUT, "'" + folder.resolve(ModelFolder.CARD) + "' asks for a network that"
                    + " the architecture '" + card.architecture() + "' cannot be: " + e.getMessage()
                    + " Use the card that belongs to the weights.", e);
        }
    }

    /** Hands a network on after its files were checked, see {@link Handover#write}. */
    public void handOn(Path folder, Path to, Handover.Options options) throws GlomeraException {
        verify(folder);
        Handover.write(folder, to, options);
    }

    /**
     * Calculates the network for one input.
     *
     * @param input a safetensors file with the tensor {@value #INPUT}; empty for normal random numbers of a fixed seed
     * @param written a folder for {@code input.safetensors} and {@code output.safetensors}; empty to write none
     * @throws GlomeraException (input) when the file's tensor is not the network's input; what an engine throws
     */
    public Pass pass(Verified network, Optional<Path> input, Optional<Path> written, IProgressMonitor monitor)
            throws GlomeraException {
        NetworkEngine engine = components.engine();
        EngineReport report = engine.report();
        if (!report.usable()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, report.explanation());
        }
        NetworkGraph graph = network.graph();
        List<Integer> shape = List.of(graph.channels().size(), graph.nz(), graph.ny(), graph.nx());
        Tensor in = input.isPresent() ? read(input.get(), shape) : random(shape, graph);
        float[] out;
        try (Predictor predictor = engine.openPredictor(graph, network.weights(),
                network.card().training().threads())) {
            out = predictor.predict(channels(in, graph), monitor);
        }
        if (written.isPresent()) {
            Map<String, String> about = Map.of("network", network.card().name(), "weights_sha256",
                    network.card().weightsSha256());
            write(written.get().resolve(INPUT_FILE), INPUT, in, about);
            write(written.get().resolve(OUTPUT_FILE), OUTPUT,
                    new Tensor(List.of(1, graph.nz(), graph.ny(), graph.nx()), out), about);
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float value : out) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            sum += value;
        }
        return new Pass(lowest, highest, sum / out.length);
    }

    private static Tensor read(Path file, List<Integer> shape) throws GlomeraException {
        Tensor found = SafeTensors.read(file).weights().tensors().get(INPUT);
        if (found == null || !found.shape().equals(shape)) {
            throw new GlomeraException(Kind.INPUT, "'" + file + "' holds no input of this network: it needs a tensor '"
                    + INPUT + "' of the shape " + shape + " (channels, z, y, x)" + (found == null ? ""
                            : ", not " + found.shape()) + ". ./glomera model check NAME --write FOLDER writes one.");
        }
        return found;
    }

    private static Tensor random(List<Integer> shape, NetworkGraph graph) {
        float[] values = new float[graph.channels().size() * graph.voxelCount()];
        Random random = new Random(SEED);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(shape, values);
    }

    private static float[][] channels(Tensor input, NetworkGraph graph) {
        int voxels = graph.voxelCount();
        float[][] channels = new float[graph.channels().size()][];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = Arrays.copyOfRange(input.values(), i * voxels, (i + 1) * voxels);
        }
        return channels;
    }

    private static void write(Path file, String name, Tensor tensor, Map<String, String> about)
            throws GlomeraException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put(name, tensor);
        SafeTensors.write(file, new NetworkWeights(tensors), about);
    }
}

package org.glomera.pipeline.estimating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.LayerShape;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.TrainingConfiguration;

/**
 * The memory that a network takes besides the program and the images, by going through its layers as the engine does:
 * which arrays are there at each of them, forward and backward. A ReLU is calculated in the place of the convolution
 * before it; up-sampling and joining before a convolution make no array of their own. The libraries' work space at the
 * largest layer is counted as one more copy of what it makes. One image at a time, so a batch does not count.
 */
public final class NetworkMemory {

    /** Weights and their gradient in the engine, weights at the beginning, weights in a checkpoint. */
    private static final int WEIGHT_COPIES_TRAINING = 4;
    /** Each of the optimiser's moments is in the engine, at the beginning and in a checkpoint. */
    private static final int COPIES_A_MOMENT = 3;
    /** In Java's memory and in the engine's. */
    private static final int WEIGHT_COPIES_PREDICTING = 2;

    /** One calculation: what goes in, what comes out, and what its backward half reads. */
    private record Step(Set<String> inputs, String output, Set<String> read) {
    }

    private final NetworkGraph graph;
    private final Map<String, LayerShape> shapes;
    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, List<Layer>> users = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> lastUses = new HashMap<>();
    private final Map<String, Integer> firstReads = new HashMap<>();
    private long live;
    private long most;

    private NetworkMemory(NetworkGraph graph) {
        this.graph = graph;
        this.shapes = graph.shapes();
        graph.layers().forEach(layer -> {
            layers.put(layer.name(), layer);
            layer.inputs().forEach(input -> users.computeIfAbsent(input, name -> new ArrayList<>()).add(layer));
        });
        Set<String> absorbed = new HashSet<>();
        graph.convolutions().forEach(convolution -> absorb(convolution, absorbed));
        graph.layers().stream().filter(layer -> !absorbed.contains(layer.name())).forEach(layer -> steps.add(step(layer)));
        for (int i = 0; i < steps.size(); i++) {
            int place = i;
            steps.get(i).inputs().forEach(name -> lastUses.put(name, place));
            steps.get(i).read().forEach(name -> firstReads.putIfAbsent(name, place));
        }
    }

    /** Bytes that a training on a network takes at its peak, with one moment of the optimiser. */
    public static long training(NetworkGraph graph) {
        return training(graph, 1, 0);
    }

    /** Bytes that a training with these settings takes at its peak. */
    public static long training(NetworkGraph graph, TrainingConfiguration training) {
        return training(graph, moments(training), copiesOfBest(training));
    }

    private static long training(NetworkGraph graph, int moments, int kept) {
        NetworkMemory memory = new NetworkMemory(graph);
        memory.forward(memory.firstReads.keySet());
        memory.backward();
        return (memory.most + memory.weightValues(moments, kept)) * Float.BYTES;
    }

    /**
     * Bytes that such a training takes where memory is short: then the engine keeps the last results of each level alone
     * and calculates the others again, level by level, in the backward pass.
     */
    public static long trainingAtLeast(NetworkGraph graph, TrainingConfiguration training) {
        NetworkMemory memory = new NetworkMemory(graph);
        return Math.min(training(graph, training), (memory.levelByLevel()
                + memory.weightValues(moments(training), copiesOfBest(training))) * Float.BYTES);
    }

    private static int moments(TrainingConfiguration training) {
        return training.options().moments().size();
    }

    private static int copiesOfBest(TrainingConfiguration training) {
        return training.earlyStopping().on() ? 1 : 0;
    }

    /**
     * Values of the weights and of what is as large as they are.
     *
     * @param moments number of the optimiser's moments
     * @param kept number of copies of the weights that are kept besides, those of the best epoch
     */
    private long weightValues(int moments, int kept) {
        return (WEIGHT_COPIES_TRAINING + COPIES_A_MOMENT * moments + kept) * graph.parameterCount();
    }

    /** Bytes that a forward pass with a network takes at its peak. */
    public static long predicting(NetworkGraph graph) {
        NetworkMemory memory = new NetworkMemory(graph);
        memory.forward(Set.of());
        return (memory.most + WEIGHT_COPIES_PREDICTING * graph.parameterCount()) * Float.BYTES;
    }

    /** Notes the layers that are calculated together with a convolution. */
    private void absorb(Convolution convolution, Set<String> absorbed) {
        if (onlyUser(convolution.name()) instanceof Relu relu) {
            absorbed.add(relu.name());
        }
        if (layers.get(convolution.input()) instanceof Concatenate joined && onlyUser(joined.name()) != null
                && joined.inputs().stream().anyMatch(this::isSpread)) {
            absorbed.add(joined.name());
            joined.inputs().stream().filter(this::isSpread).forEach(absorbed::add);
        }
    }

    private boolean isSpread(String name) {
        return layers.get(name) instanceof UpsampleNearest && onlyUser(name) != null;
    }

    private Step step(Layer layer) {
        if (!(layer instanceof Convolution c)) {
            Set<String> inputs = new HashSet<>(layer.inputs());
            boolean own = layer instanceof Relu || layer instanceof LeakyRelu || layer instanceof Sigmoid;
            boolean nothing = layer instanceof Concatenate || layer instanceof Add || layer instanceof UpsampleNearest;
            return new Step(inputs, layer.name(), own ? Set.of(layer.name()) : nothing ? Set.of() : inputs);
        }
        Set<String> inputs = new HashSet<>();
        if (layers.get(c.input()) instanceof Concatenate joined && onlyUser(joined.name()) != null
                && joined.inputs().stream().anyMatch(this::isSpread)) {
            joined.inputs().forEach(name -> inputs.add(isSpread(name) ? layers.get(name).inputs().get(0) : name));
        } else {
            inputs.add(c.input());
        }
        Set<String> read = new HashSet<>(inputs);
        String output = c.name();
        if (onlyUser(c.name()) instanceof Relu relu) {
            output = relu.name();
            read.add(output);
        }
        return new Step(inputs, output, read);
    }

    private Layer onlyUser(String name) {
        List<Layer> all = users.getOrDefault(name, List.of());
        return all.size() == 1 ? all.get(0) : null;
    }

    private long size(String name) {
        return shapes.get(name).valueCount();
    }

    private void forward(Set<String> kept) {
        live = 2 * size(NetworkGraph.INPUT);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            live += size(step.output());
            most = Math.max(most, live + size(step.output()));
            for (String input : step.inputs()) {
                if (lastUses.get(input) == i && !kept.contains(input) && !input.equals(NetworkGraph.INPUT)) {
                    live -= size(input);
                }
            }
        }
    }

    /** The values that stay, and of one level those that are calculated again with the gradients of its largest step. */
    private long levelByLevel() {
        Set<String> stay = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (Step step : steps) {
            step.inputs().stream().filter(name -> !taken.add(name)
                    || !shapes.get(name).hasSizeOf(shapes.get(step.output()))).forEach(stay::add);
        }
        stay.retainAll(firstReads.keySet());
        stay.add(NetworkGraph.INPUT);
        long kept = stay.stream().mapToLong(this::size).sum() + size(NetworkGraph.INPUT);
        long largest = 0;
        Set<String> again = new HashSet<>();
        LayerShape level = shapes.get(NetworkGraph.INPUT);
        for (Step step : steps) {
            if (!shapes.get(step.output()).hasSizeOf(level)) {
                again.clear();
                level = shapes.get(step.output());
            }
            step.read().stream().filter(name -> !stay.contains(name)).forEach(again::add);
            long gradients = size(step.output()) + 2 * step.inputs().stream().mapToLong(this::size).sum();
            largest = Math.max(largest, again.stream().mapToLong(this::size).sum() + gradients);
        }
        return kept + largest;
    }

    private void backward() {
        Set<String> gradients = new HashSet<>();
        live += size(graph.output());
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            long made = 0;
            for (String input : step.inputs()) {
                if (!input.equals(NetworkGraph.INPUT)) {
                    made += size(input);
                    live += gradients.add(input) ? size(input) : 0;
                }
            }
            most = Math.max(most, live + made);
            live -= size(step.output());
            for (String name : step.read()) {
                if (firstReads.get(name) == i && !name.equals(NetworkGraph.INPUT)) {
                    live -= size(name);
                }
            }
        }
    }
}

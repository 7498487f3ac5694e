package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.network.graph.NetworkGraph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Calculates the operations of a plan one after the other, and their gradients in the opposite order. An array is closed
 * as soon as no later operation takes it and, in training, no operation's backward half reads it. What a backward half
 * reads and the forward pass did not keep is calculated again, by the same operations, to the same bits. Holds no native
 * memory.
 */
final class GraphExecutor {

    private final ExecutionPlan plan;
    private final List<Operation> operations;
    /** By its name: which operation makes a value. */
    private final Map<String, Integer> makers = new HashMap<>();
    /** By the name of a value: the last operation that takes it. */
    private final Map<String, Integer> lastUses = new HashMap<>();
    /** By the name of a value: the first operation whose backward half reads it, which is the last to run. */
    private final Map<String, Integer> lastReads = new HashMap<>();

    GraphExecutor(ExecutionPlan plan) {
        this.plan = plan;
        this.operations = plan.operations();
        for (int i = 0; i < operations.size(); i++) {
            int place = i;
            makers.put(operations.get(i).output(), i);
            operations.get(i).inputs().forEach(name -> lastUses.put(name, place));
            operations.get(i).remembered().forEach(name -> lastReads.putIfAbsent(name, place));
        }
    }

    /** The values that backward halves read, in no order: what a training keeps that has the memory for it. */
    Set<String> remembered() {
        return Set.copyOf(lastReads.keySet());
    }

    /** Puts an image into the pass: one array a channel, x fastest. */
    void start(Pass pass, float[][] channels, NDManager scope) {
        int voxels = plan.graph().voxelCount();
        if (channels.length != plan.graph().channels().size()) {
            throw new IllegalArgumentException("The network takes " + plan.graph().channels().size()
                    + " channels, not " + channels.length + ".");
        }
        FloatBuffer joined = FloatBuffer.allocate(Math.multiplyExact(channels.length, voxels));
        for (float[] channel : channels) {
            if (channel.length != voxels) {
                throw new IllegalArgumentException("The network takes " + voxels + " voxels a channel, not "
                        + channel.length + ".");
            }
            joined.put(channel);
        }
        // Its memory is Java's: the scope keeps it, since PyTorch may go on using it.
        NDArray image = scope.create(joined.flip(), AxisOrder.image(plan.shape(NetworkGraph.INPUT)));
        pass.put(NetworkGraph.INPUT, pass.make("image", image));
    }

    /**
     * The network's output.
     *
     * @param kept names of values that stay for the backward pass
     * @return the probabilities, which the pass's scope owns
     */
    NDArray forward(Pass pass, Set<String> kept) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            pass.put(operation.output(), operation.forward(pass));
            for (String input : Set.copyOf(operation.inputs())) {
                if (lastUses.get(input) == i && !kept.contains(input) && !input.equals(NetworkGraph.INPUT)) {
                    pass.drop(input);
                }
            }
        }
        return pass.value(plan.graph().output());
    }

    /** Adds to the pass's weight gradients those that follow from the output's, after {@link #forward}. */
    void backward(Pass pass, NDArray outputGradient) {
        pass.addGradient(plan.graph().output(), outputGradient);
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            operation.remembered().forEach(name -> restore(name, pass, new HashSet<>()));
            NDArray gradient = pass.takeGradient(operation.output());
            if (gradient != null) {
                operation.backward(gradient, pass);
            }
            for (String name : operation.remembered()) {
                if (lastReads.get(name) == i && !name.equals(NetworkGraph.INPUT)) {
                    pass.drop(name);
                }
            }
        }
    }

    /**
     * Calculates a value that is not there, and what it needs, from the nearest values that are.
     *
     * @param wanted values on the way that are still to be taken
     */
    private void restore(String name, Pass pass, Set<String> wanted) {
        if (pass.has(name)) {
            return;
        }
        Operation maker = operations.get(makers.get(name));
        Set<String> alsoWanted = new HashSet<>(wanted);
        alsoWanted.addAll(maker.inputs());
        Set<String> passing = new HashSet<>();
        for (String input : maker.inputs()) {
            if (!pass.has(input)) {
                restore(input, pass, alsoWanted);
                passing.add(input);
            }
        }
        pass.put(name, maker.forward(pass));
        for (String input : passing) {
            boolean read = lastReads.containsKey(input) && lastReads.get(input) <= makers.get(name);
            if (!read && !wanted.contains(input)) {
                pass.drop(input);
            }
        }
    }
}

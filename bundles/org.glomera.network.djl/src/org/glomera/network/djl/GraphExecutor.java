package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.ArrayList;
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
            read(operations.get(i)).forEach(name -> lastReads.putIfAbsent(name, place));
        }
    }

    /** The values that backward halves read: what a training keeps that has the memory for it. */
    Set<String> allRead() {
        return Set.copyOf(lastReads.keySet());
    }

    /**
     * The few of them from which the others are calculated again with little memory: those that several operations take,
     * and those that an operation on another grid takes. In a U-Net these are the last results of each level.
     */
    Set<String> fewRead() {
        Map<String, Integer> uses = new HashMap<>();
        Set<String> few = new HashSet<>();
        for (Operation operation : operations) {
            for (String input : operation.inputs()) {
                if (uses.merge(input, 1, Integer::sum) > 1
                        || !plan.shape(input).hasSizeOf(plan.shape(operation.output()))) {
                    few.add(input);
                }
            }
        }
        few.retainAll(lastReads.keySet());
        return few;
    }

    /** The name of the network's output. */
    String output() {
        return plan.graph().output();
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
     * Runs all operations; the output is there then.
     *
     * @param kept names of values that stay for the backward pass
     */
    void forward(Values values, Set<String> kept) {
        for (int i = 0; i < operations.size(); i++) {
            values.make(operations.get(i));
            for (String input : Set.copyOf(operations.get(i).inputs())) {
                if (lastUses.get(input) == i && !kept.contains(input) && !input.equals(NetworkGraph.INPUT)) {
                    values.drop(input);
                }
            }
        }
    }

    /** After {@link #forward}, and with the output's gradient there: runs all operations' backward halves. */
    void backward(Values values) {
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i);
            read(operation).forEach(name -> restore(name, values, Set.of()));
            values.differentiate(operation);
            for (String name : Set.copyOf(operation.readInputs())) {
                if (lastReads.get(name) == i && !name.equals(NetworkGraph.INPUT)) {
                    values.drop(name);
                }
            }
        }
    }

    /** The values that an operation's backward half reads. */
    private static List<String> read(Operation operation) {
        List<String> names = new ArrayList<>(operation.readInputs());
        if (operation.readsOutput()) {
            names.add(operation.output());
        }
        return names;
    }

    /**
     * Calculates a value that is not there, and what it needs, from the nearest values that are.
     *
     * @param wanted values on the way that are still to be taken
     */
    private void restore(String name, Values values, Set<String> wanted) {
        if (values.has(name)) {
            return;
        }
        Operation maker = operations.get(makers.get(name));
        Set<String> alsoWanted = new HashSet<>(wanted);
        alsoWanted.addAll(maker.inputs());
        Set<String> passing = new HashSet<>();
        for (String input : maker.inputs()) {
            if (!values.has(input)) {
                restore(input, values, alsoWanted);
                passing.add(input);
            }
        }
        values.make(maker);
        for (String input : passing) {
            boolean read = lastReads.containsKey(input) && lastReads.get(input) <= makers.get(name);
            if (!read && !wanted.contains(input)) {
                values.drop(input);
            }
        }
    }
}

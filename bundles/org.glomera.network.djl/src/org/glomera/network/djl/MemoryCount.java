package org.glomera.network.djl;

import java.util.HashSet;
import java.util.Set;

import org.glomera.network.graph.NetworkGraph;

import ai.djl.ndarray.types.DataType;

/**
 * Counts the memory that the values and gradients of a pass take, at the moment when they take the most, by going
 * through it without calculating. What the libraries need besides while an operation runs is counted as one more copy of
 * what it makes.
 */
final class MemoryCount implements Values {

    private static final int VALUE_BYTES = DataType.FLOAT32.getNumOfBytes();

    private final ExecutionPlan plan;
    private final Set<String> values = new HashSet<>();
    private final Set<String> gradients = new HashSet<>();
    private long live;
    private long most;

    private MemoryCount(ExecutionPlan plan) {
        this.plan = plan;
        values.add(NetworkGraph.INPUT);
        // the input as it came, and in the order in which PyTorch calculates
        live = 2 * bytes(NetworkGraph.INPUT);
    }

    /** Bytes of a forward pass, without the weights. */
    static long ofForward(ExecutionPlan plan) {
        MemoryCount count = new MemoryCount(plan);
        new GraphExecutor(plan).forward(count, Set.of());
        return count.most;
    }

    /**
     * Bytes of a training's pass, without weights and their gradients.
     *
     * @param kept the values that stay from the forward pass
     */
    static long ofTraining(ExecutionPlan plan, Set<String> kept) {
        MemoryCount count = new MemoryCount(plan);
        GraphExecutor executor = new GraphExecutor(plan);
        executor.forward(count, kept);
        count.addGradient(plan.graph().output());
        executor.backward(count);
        return count.most;
    }

    @Override
    public boolean has(String name) {
        return values.contains(name);
    }

    @Override
    public void make(Operation operation) {
        values.add(operation.output());
        live += bytes(operation.output());
        reach(bytes(operation.output()));
    }

    @Override
    public void differentiate(Operation operation) {
        if (operation.readsOutput()) {
            drop(operation.output());
        }
        long made = 0;
        for (String input : operation.inputs()) {
            if (!input.equals(NetworkGraph.INPUT)) {
                addGradient(input);
                made += bytes(input);
            }
        }
        reach(made);
        gradients.remove(operation.output());
        live -= bytes(operation.output());
    }

    @Override
    public void drop(String name) {
        values.remove(name);
        live -= bytes(name);
    }

    private void addGradient(String name) {
        live += gradients.add(name) ? bytes(name) : 0;
    }

    /** Notes what there is, with work space of so many bytes. */
    private void reach(long work) {
        most = Math.max(most, live + work);
    }

    private long bytes(String name) {
        return plan.shape(name).valueCount() * VALUE_BYTES;
    }
}

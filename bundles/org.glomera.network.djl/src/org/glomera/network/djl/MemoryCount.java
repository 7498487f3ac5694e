package org.glomera.network.djl;

import java.util.HashSet;
import java.util.Set;

import org.glomera.network.graph.NetworkGraph;

import ai.djl.ndarray.types.DataType;

/**
 * Counts the memory that the values and gradients of a pass take, at the moment when they take the most, by going
 * through it without calculating. What operations need besides while
 * they run, it does not know.
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
        add(2 * bytes(NetworkGraph.INPUT));
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
        add(bytes(operation.output()));
    }

    @Override
    public void differentiate(Operation operation) {
        if (operation.readsOutput()) {
            drop(operation.output());
        }
        operation.inputs().stream().filter(name -> !name.equals(NetworkGraph.INPUT)).forEach(this::addGradient);
        gradients.remove(operation.output());
        live -= bytes(operation.output());
    }

    @Override
    public void drop(String name) {
        values.remove(name);
        live -= bytes(name);
    }

    private void addGradient(String name) {
        add(bytes(name));
        if (!gradients.add(name)) {
            live -= bytes(name);
        }
    }

    private void add(long bytes) {
        live += bytes;
        most = Math.max(most, live);
    }

    private long bytes(String name) {
        return plan.shape(name).valueCount() * VALUE_BYTES;
    }
}

package org.glomera.network.djl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.network.graph.NetworkGraph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The arrays of one image's way through a network, forward and, in training, backward. All that it makes belongs to its
 * scope, also after an error; arrays are closed as soon as they are of no more use.
 */
final class Pass implements Values {

    private final TorchKernels kernels;
    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> weightGradients;
    private final NDManager scope;
    private final Map<String, NDArray> values = new HashMap<>();
    private final Map<String, NDArray> gradients = new HashMap<>();

    /**
     * @param weights by name
     * @param weightGradients by the same names; gradients are added to these arrays. Empty for a forward pass alone
     * @param scope owns the arrays that are made
     */
    Pass(TorchKernels kernels, Map<String, NDArray> weights, Map<String, NDArray> weightGradients, NDManager scope) {
        this.kernels = kernels;
        this.weights = weights;
        this.weightGradients = weightGradients;
        this.scope = scope;
    }

    /** The result of a layer, or the network's input. */
    NDArray value(String name) {
        return values.get(name);
    }

    @Override
    public boolean has(String name) {
        return values.containsKey(name);
    }

    void put(String name, NDArray value) {
        values.put(name, value);
    }

    @Override
    public void make(Operation operation) {
        requireWanted();
        put(operation.output(), operation.forward(this));
    }

    @Override
    public void differentiate(Operation operation) {
        requireWanted();
        NDArray gradient = gradients.remove(operation.output());
        if (gradient != null && operation.readsOutput()) {
            operation.throughOutput(gradient, this);
        }
        if (operation.readsOutput()) {
            drop(operation.output());
        }
        if (gradient != null) {
            operation.backward(gradient, this);
        }
    }

    @Override
    public void drop(String name) {
        values.remove(name).close();
    }

    NDArray weight(String name) {
        return weights.get(name);
    }

    /** Some input channels of a kernel: the same memory, to be closed. */
    NDArray weight(String name, int firstInput, int endInput) {
        return make("inputs", weight(name), firstInput, endInput);
    }

    /** A calculation of {@link TorchKernels} with one result. */
    NDArray make(String calculation, Object... arguments) {
        return kernels.make(calculation, scope, arguments);
    }

    /** A calculation of {@link TorchKernels} with several results. */
    List<NDArray> makeSeveral(String calculation, Object... arguments) {
        return kernels.makeSeveral(calculation, scope, arguments);
    }

    /** A calculation of {@link TorchKernels} that changes its first argument. */
    void change(String calculation, Object... arguments) {
        kernels.change(calculation, arguments);
    }

    /** Whether kernels of the processor's library are there that do two things at once. */
    boolean fused() {
        return !scope.getDevice().isGpu();
    }

    /** Whether anything is learned before a layer: its gradient is wanted then. */
    boolean wants(String input) {
        return !input.equals(NetworkGraph.INPUT);
    }

    /** A pass that was given up ends between two operations. */
    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new OperationCanceledException();
        }
    }

    /** Adds to the gradient of a layer's output; takes the array over. What nobody wants is closed. */
    void addGradient(String name, NDArray gradient) {
        if (!wants(name)) {
            gradient.close();
            return;
        }
        NDArray before = gradients.putIfAbsent(name, gradient);
        if (before != null) {
            change("add_", before, gradient);
            gradient.close();
        }
    }

    /** Adds to a weight's gradient; takes the array over. */
    void addWeightGradient(String name, NDArray gradient) {
        change("add_", weightGradients.get(name), gradient);
        gradient.close();
    }

    /** Adds to the gradient of some input channels of a kernel; takes the array over. */
    void addWeightGradient(String name, int firstInput, int endInput, NDArray gradient) {
        try (NDArray part = make("inputs", weightGradients.get(name), firstInput, endInput)) {
            change("add_", part, gradient);
        }
        gradient.close();
    }
}

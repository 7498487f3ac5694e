package org.glomera.network.djl;

import java.util.List;

import ai.djl.ndarray.NDArray;

/**
 * One step of an {@link ExecutionPlan}: a layer, or several that are cheaper together. It holds no native memory.
 */
interface Operation {

    /** The name of its result: that of the layer, of several the last one's. */
    String output();

    /** The names of what goes in. */
    List<String> inputs();

    /** The inputs that {@link #backward} reads; the others' memory is freed before. */
    List<String> readInputs();

    /** Whether there is a function at the end whose slope is known from the output: see {@link #throughOutput}. */
    default boolean readsOutput() {
        return false;
    }

    /** The result, which the pass's scope owns. Inputs are not changed. */
    NDArray forward(Pass pass);

    /**
     * Where the output is read: brings a gradient back through the function at the end, in place. The output is freed
     * then, before {@link #backward}.
     *
     * @param gradient of the loss with respect to the output
     */
    default void throughOutput(NDArray gradient, Pass pass) {
    }

    /**
     * Adds to the gradients of inputs and weights what comes through this operation.
     *
     * @param gradient of the loss with respect to the output, where that is not read, otherwise with respect to what goes
     *        into the function at the end; this method may change it, and closes it or hands it on
     */
    void backward(NDArray gradient, Pass pass);
}

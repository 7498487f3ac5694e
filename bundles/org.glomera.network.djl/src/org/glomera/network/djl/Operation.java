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

    /** Which inputs, and whether the output, {@link #backward} reads; the others' memory is freed before. */
    List<String> remembered();

    /** The result, which the pass's scope owns. Inputs are not changed. */
    NDArray forward(Pass pass);

    /**
     * Adds to the gradients of inputs and weights what comes through this operation.
     *
     * @param gradient of the loss with respect to the output; this method may change it, and closes it or hands it on
     */
    void backward(NDArray gradient, Pass pass);
}

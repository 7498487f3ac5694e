package org.glomera.network;

import org.glomera.network.graph.LayerShape;
import org.glomera.network.graph.NetworkGraph;

/**
 * The memory in bytes that an engine takes at its peak for one image: the values and gradients of layers, and the work
 * space of its libraries. The weights, what is as large as they are, and the engine itself come on top.
 *
 * @param forward of a forward pass alone
 * @param training of a training's forward and backward pass
 * @param leastTraining the same where memory is short and the engine saves it at the cost of time; at most
 *        {@code training}
 */
public record PassMemory(long forward, long training, long leastTraining) {

    /** Refuses negative numbers, and a saving that takes more. */
    public PassMemory {
        if (forward < 0 || leastTraining < 0 || leastTraining > training) {
            throw new IllegalArgumentException("Memory is not negative, and saving it takes no more: " + forward + ", "
                    + training + ", " + leastTraining + " bytes.");
        }
    }

    /**
     * Where nothing is known of an engine: every layer's result is there till the end, once forward, twice with its
     * gradient.
     */
    public static PassMemory ofEveryLayer(NetworkGraph graph) {
        long bytes = graph.shapes().values().stream().mapToLong(LayerShape::valueCount).sum() * Float.BYTES;
        return new PassMemory(bytes, 2 * bytes, 2 * bytes);
    }
}

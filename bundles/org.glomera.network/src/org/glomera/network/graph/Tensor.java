package org.glomera.network.graph;

import java.util.List;

/**
 * An array of numbers with its shape. The array is not copied and not written to.
 *
 * @param shape the sizes, slowest index first
 * @param values the numbers, last index fastest
 */
public record Tensor(List<Integer> shape, float[] values) {

    /** Refuses an array whose length is not that of the shape. */
    public Tensor {
        shape = List.copyOf(shape);
        long count = 1;
        for (int size : shape) {
            if (size < 1) {
                throw new IllegalArgumentException("A tensor's sizes are positive: " + shape + ".");
            }
            count = Math.multiplyExact(count, size);
        }
        if (count != values.length) {
            throw new IllegalArgumentException("A tensor of shape " + shape + " has " + count + " values, not "
                    + values.length + ".");
        }
    }
}

package org.glomera.network.djl;

import java.util.List;

import org.glomera.network.graph.LayerShape;

import ai.djl.ndarray.types.Shape;

/**
 * The one place where our x, y, z meet PyTorch's depth, height, width. Both keep x (width) fastest in memory, so arrays
 * go over as they are and only sizes change their order.
 */
final class AxisOrder {

    private AxisOrder() {
    }

    /** The shape of one image: 1 image, channels, depth, height, width. */
    static Shape image(LayerShape shape) {
        return new Shape(1, shape.channels(), shape.nz(), shape.ny(), shape.nx());
    }

    /** The spatial sizes of an image: depth, height, width. */
    static long[] sizes(LayerShape shape) {
        return new long[] {shape.nz(), shape.ny(), shape.nx()};
    }

    /** The same number along each of the three axes. */
    static Shape cube(int size) {
        return new Shape(size, size, size);
    }

    /** The shape of a weight, whose sizes are in PyTorch's order already. */
    static Shape weight(List<Integer> sizes) {
        return new Shape(sizes.stream().mapToLong(Integer::longValue).toArray());
    }
}

package org.glomera.network.djl;

import java.util.ArrayList;
import java.util.List;

import org.glomera.network.graph.Layer.Convolution;

import ai.djl.ndarray.NDArray;

/**
 * A convolution over the channels of several layers, some of them up-sampled before: the sum of one convolution a
 * layer. No up-sampled and no joined array is made. For an up-sampled layer, each voxel of the small grid is spread with
 * one wider kernel, a transposed convolution: for a kernel of 3 and a factor of 2 these are 64 products for eight voxels
 * of the result instead of 216.
 *
 * <p>Along one axis, with the kernel (a, b, c): on the up-sampled row (x0, x0, x1, x1) the second voxel of x0 gets
 * {@code a x0 + b x0 + c x1 = (a + b) x0 + c x1}, and the first of x1 {@code a x0 + (b + c) x1}. So x0 reaches four
 * voxels with the weights c (the one before it), b + c, a + b (its own two) and a (the one behind): the kernel spread by
 * as many places as the factor has. Zeros beyond the edge are the same on both grids.
 *
 * @param parts the layers whose channels are joined, in order
 * @param output the name of the convolution, or of the ReLU that follows
 * @param relu whether a ReLU follows, in place
 */
record JoinedConvolution(Convolution layer, List<Part> parts, String output, boolean relu) implements Operation {

    /**
     * A layer whose channels go in.
     *
     * @param firstChannel its place among the convolution's input channels
     * @param endChannel the place behind its last one
     * @param factor by which it is up-sampled; 1 for not at all
     */
    record Part(String input, int firstChannel, int endChannel, int factor) {

        boolean upsampled() {
            return factor > 1;
        }
    }

    @Override
    public List<String> inputs() {
        return parts.stream().map(Part::input).distinct().toList();
    }

    @Override
    public List<String> readInputs() {
        return inputs();
    }

    @Override
    public boolean readsOutput() {
        return relu;
    }

    private int padding() {
        return (layer.kernel() - 1) / 2;
    }

    /** The up-sampled parts come first, since the library adds a plain convolution and ReLU to a sum in one go. */
    private List<Part> inOrder() {
        List<Part> order = new ArrayList<>(parts.stream().filter(Part::upsampled).toList());
        order.addAll(parts.stream().filter(part -> !part.upsampled()).toList());
        return order;
    }

    @Override
    public NDArray forward(Pass pass) {
        List<Part> order = inOrder();
        NDArray sum = null;
        for (Part part : order) {
            boolean last = part == order.get(order.size() - 1);
            try (NDArray kernels = kernels(part, pass)) {
                if (sum == null) {
                    sum = pass.make("upsample_convolve", pass.value(part.input()), kernels,
                            pass.weight(layer.biasName()), part.factor());
                } else if (part.upsampled()) {
                    pass.change("upsample_accumulate_", sum, pass.value(part.input()), kernels, part.factor());
                } else {
                    pass.change("accumulate_", sum, pass.value(part.input()), kernels, padding(), relu && last,
                            pass.fused());
                }
            }
        }
        if (relu && order.get(order.size() - 1).upsampled()) {
            pass.change("relu_", sum);
        }
        return sum;
    }

    @Override
    public void throughOutput(NDArray gradient, Pass pass) {
        pass.change("relu_backward_", gradient, pass.value(output));
    }

    @Override
    public void backward(NDArray gradient, Pass pass) {
        pass.addWeightGradient(layer.biasName(), pass.make("total", gradient));
        for (Part part : parts) {
            try (NDArray kernels = kernels(part, pass)) {
                NDArray in = pass.value(part.input());
                boolean wanted = pass.wants(part.input());
                List<NDArray> made = part.upsampled()
                        ? pass.makeSeveral("upsample_convolve_backward", gradient, in, kernels, part.factor(), wanted)
                        : pass.makeSeveral("accumulate_backward", gradient, in, kernels, padding(), wanted);
                pass.addGradient(part.input(), made.get(0));
                pass.addWeightGradient(layer.weightName(), part.firstChannel(), part.endChannel(), made.get(1));
            }
        }
        gradient.close();
    }

    private NDArray kernels(Part part, Pass pass) {
        return pass.weight(layer.weightName(), part.firstChannel(), part.endChannel());
    }
}

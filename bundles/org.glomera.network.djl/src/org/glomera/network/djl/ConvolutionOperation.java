package org.glomera.network.djl;

import java.util.List;

import org.glomera.network.graph.Layer.Convolution;

import ai.djl.ndarray.NDArray;

/**
 * A convolution, and the ReLU that follows where nothing else takes the convolution's result: then ReLU is calculated
 * in place, and its output tells the backward pass where it was positive.
 *
 * @param output the name of the convolution, or of the ReLU
 * @param relu whether a ReLU follows
 */
record ConvolutionOperation(Convolution layer, String output, boolean relu) implements Operation {

    @Override
    public List<String> inputs() {
        return layer.inputs();
    }

    @Override
    public List<String> readInputs() {
        return inputs();
    }

    @Override
    public boolean readsOutput() {
        return relu;
    }

    /** Without neighbours it is a product of matrices. */
    private boolean mixesChannelsOnly() {
        return layer.kernel() == 1 && layer.stride() == 1;
    }

    private int padding() {
        return (layer.kernel() - 1) / 2;
    }

    @Override
    public NDArray forward(Pass pass) {
        NDArray in = pass.value(layer.input());
        NDArray kernels = pass.weight(layer.weightName());
        NDArray bias = pass.weight(layer.biasName());
        return mixesChannelsOnly() ? pass.make("mix", in, kernels, bias, relu)
                : pass.make("convolve", in, kernels, bias, layer.stride(), padding(), relu, pass.fused());
    }

    @Override
    public void throughOutput(NDArray gradient, Pass pass) {
        pass.change("relu_backward_", gradient, pass.value(output));
    }

    @Override
    public void backward(NDArray gradient, Pass pass) {
        NDArray in = pass.value(layer.input());
        NDArray kernels = pass.weight(layer.weightName());
        boolean wanted = pass.wants(layer.input());
        List<NDArray> made = mixesChannelsOnly() ? pass.makeSeveral("mix_backward", gradient, in, kernels, wanted)
                : pass.makeSeveral("convolve_backward", gradient, in, kernels, layer.stride(), padding(), wanted);
        gradient.close();
        pass.addGradient(layer.input(), made.get(0));
        pass.addWeightGradient(layer.weightName(), made.get(1));
        pass.addWeightGradient(layer.biasName(), made.get(2));
    }
}

package org.glomera.network.djl;

import java.util.List;

import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.LayerShape;

import ai.djl.ndarray.NDArray;

/** The operations of single layers; {@link #of} knows the one of each kind. */
final class LayerOperation {

    private LayerOperation() {
    }

    /**
     * The operation of a layer.
     *
     * @param inputs the shapes of what goes in, in the layer's order
     * @param shape the shape of the result
     */
    static Operation of(Layer layer, List<LayerShape> inputs, LayerShape shape) {
        if (layer instanceof Convolution c) {
            return new ConvolutionOperation(c, c.name(), false);
        } else if (layer instanceof Relu r) {
            return new OfRelu(r);
        } else if (layer instanceof LeakyRelu r) {
            return new OfLeakyRelu(r);
        } else if (layer instanceof Sigmoid s) {
            return new OfSigmoid(s);
        } else if (layer instanceof MaxPool p) {
            return new OfMaxPool(p);
        } else if (layer instanceof UpsampleNearest u) {
            return new OfUpsampling(u, inputs.get(0), shape);
        } else if (layer instanceof Concatenate c) {
            return new OfConcatenation(c, inputs);
        } else if (layer instanceof Add a) {
            return new OfSum(a);
        } else if (layer instanceof InstanceNormalisation n) {
            return new OfNormalisation(n);
        }
        throw new IllegalStateException("A kind of layer that this engine does not know: " + layer);
    }

    /** An operation that is one layer of the graph. Its backward half reads no input unless it says so. */
    private interface OfOneLayer extends Operation {

        Layer layer();

        @Override
        default String output() {
            return layer().name();
        }

        @Override
        default List<String> inputs() {
            return layer().inputs();
        }

        @Override
        default List<String> readInputs() {
            return List.of();
        }
    }

    /** A function of each value, whose slope follows from its result. */
    private interface OfEachValue extends OfOneLayer {

        @Override
        default boolean readsOutput() {
            return true;
        }

        @Override
        default void backward(NDArray gradient, Pass pass) {
            pass.addGradient(layer().inputs().get(0), gradient);
        }
    }

    /** ReLU where the convolution before it is taken by others too. */
    private record OfRelu(Relu layer) implements OfEachValue {

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("relu", pass.value(layer.input()));
        }

        @Override
        public void throughOutput(NDArray gradient, Pass pass) {
            pass.change("relu_backward_", gradient, pass.value(layer.name()));
        }
    }

    /** The output has the sign of the input, so the input need not be kept for the backward pass. */
    private record OfLeakyRelu(LeakyRelu layer) implements OfEachValue {

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("leaky_relu", pass.value(layer.input()), layer.slope());
        }

        @Override
        public void throughOutput(NDArray gradient, Pass pass) {
            pass.change("leaky_relu_backward_", gradient, pass.value(layer.name()), layer.slope());
        }
    }

    private record OfSigmoid(Sigmoid layer) implements OfEachValue {

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("sigmoid", pass.value(layer.input()));
        }

        @Override
        public void throughOutput(NDArray gradient, Pass pass) {
            pass.change("sigmoid_backward_", gradient, pass.value(layer.name()));
        }
    }

    private record OfMaxPool(MaxPool layer) implements OfOneLayer {

        @Override
        public List<String> readInputs() {
            return layer.inputs();
        }

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("max_pool", pass.value(layer.input()), layer.factor());
        }

        @Override
        public void backward(NDArray gradient, Pass pass) {
            if (pass.wants(layer.input())) {
                pass.addGradient(layer.input(), pass.make("max_pool_backward", gradient, pass.value(layer.input()),
                        layer.factor()));
            }
            gradient.close();
        }
    }

    /** Up-sampling that is not part of a {@link JoinedConvolution}. */
    private record OfUpsampling(UpsampleNearest layer, LayerShape from, LayerShape to) implements OfOneLayer {

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("upsample", pass.value(layer.input()), AxisOrder.sizes(to));
        }

        @Override
        public void backward(NDArray gradient, Pass pass) {
            pass.addGradient(layer.input(), pass.make("upsample_backward", gradient, AxisOrder.sizes(to),
                    AxisOrder.image(from).getShape()));
            gradient.close();
        }
    }

    /** Joining that is not part of a {@link JoinedConvolution}. */
    private record OfConcatenation(Concatenate layer, List<LayerShape> shapes) implements OfOneLayer {

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("concatenate", layer.inputs().stream().map(pass::value).toList());
        }

        @Override
        public void backward(NDArray gradient, Pass pass) {
            int first = 0;
            for (int i = 0; i < shapes.size(); i++) {
                int end = first + shapes.get(i).channels();
                pass.addGradient(layer.inputs().get(i), pass.make("channels", gradient, first, end));
                first = end;
            }
            gradient.close();
        }
    }

    private record OfSum(Add layer) implements OfOneLayer {

        @Override
        public NDArray forward(Pass pass) {
            List<NDArray> parts = layer.inputs().stream().map(pass::value).toList();
            NDArray sum = pass.make("add", parts.get(0), parts.get(1));
            parts.stream().skip(2).forEach(part -> pass.change("add_", sum, part));
            return sum;
        }

        @Override
        public void backward(NDArray gradient, Pass pass) {
            layer.inputs().stream().skip(1).forEach(name -> pass.addGradient(name, pass.make("copy", gradient)));
            pass.addGradient(layer.inputs().get(0), gradient);
        }
    }

    /** Mean and deviation are calculated again for the backward pass. */
    private record OfNormalisation(InstanceNormalisation layer) implements OfOneLayer {

        @Override
        public List<String> readInputs() {
            return layer.inputs();
        }

        @Override
        public NDArray forward(Pass pass) {
            return pass.make("normalise", pass.value(layer.input()), pass.weight(layer.weightName()),
                    pass.weight(layer.biasName()), layer.epsilon());
        }

        @Override
        public void backward(NDArray gradient, Pass pass) {
            List<NDArray> made = pass.makeSeveral("normalise_backward", gradient, pass.value(layer.input()),
                    pass.weight(layer.weightName()), pass.weight(layer.biasName()), layer.epsilon(),
                    pass.wants(layer.input()));
            gradient.close();
            pass.addGradient(layer.input(), made.get(0));
            pass.addWeightGradient(layer.weightName(), made.get(1));
            pass.addWeightGradient(layer.biasName(), made.get(2));
        }
    }
}

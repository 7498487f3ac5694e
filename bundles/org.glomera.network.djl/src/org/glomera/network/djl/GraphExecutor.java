package org.glomera.network.djl;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

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
import org.glomera.network.graph.NetworkGraph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.pooling.Pool;

/**
 * Calculates a network's layers one after the other. An array is closed as soon as no later layer takes it; what the
 * backward pass needs PyTorch keeps by itself. The input is not closed before its scope: its memory is Java's, and the
 * garbage collector would take it from under PyTorch. Holds no native memory.
 */
final class GraphExecutor {

    private static final int CHANNEL_AXIS = 1;
    /** PyTorch's number for nearest-neighbour interpolation. */
    private static final int NEAREST = 0;

    private final NetworkGraph graph;
    private final Map<String, LayerShape> shapes;
    private final Map<String, Integer> uses = new HashMap<>();

    GraphExecutor(NetworkGraph graph) {
        this.graph = graph;
        this.shapes = graph.shapes();
        for (Layer layer : graph.layers()) {
            layer.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
        }
    }

    /**
     * The network's output for one image.
     *
     * @param channels the input, one array a channel, x fastest
     * @param weights by name
     * @param scope owns every array that is made
     * @return the probabilities; {@code scope} owns them
     */
    NDArray forward(float[][] channels, Map<String, NDArray> weights, NDManager scope) {
        Map<String, NDArray> outputs = new HashMap<>();
        Map<String, Integer> usesLeft = new HashMap<>(uses);
        outputs.put(NetworkGraph.INPUT, input(channels, scope));
        for (Layer layer : graph.layers()) {
            outputs.put(layer.name(), calculate(layer, outputs, weights));
            for (String input : layer.inputs()) {
                if (usesLeft.merge(input, -1, Integer::sum) == 0 && !input.equals(NetworkGraph.INPUT)) {
                    outputs.remove(input).close();
                }
            }
        }
        return outputs.get(graph.output());
    }

    private NDArray input(float[][] channels, NDManager scope) {
        int voxels = graph.voxelCount();
        if (channels.length != graph.channels().size()) {
            throw new IllegalArgumentException("The network takes " + graph.channels().size() + " channels, not "
                    + channels.length + ".");
        }
        FloatBuffer joined = FloatBuffer.allocate(Math.multiplyExact(channels.length, voxels));
        for (float[] channel : channels) {
            if (channel.length != voxels) {
                throw new IllegalArgumentException("The network takes " + voxels + " voxels a channel, not "
                        + channel.length + ".");
            }
            joined.put(channel);
        }
        return scope.create(joined.flip(), AxisOrder.image(shapes.get(NetworkGraph.INPUT)));
    }

    private NDArray calculate(Layer layer, Map<String, NDArray> outputs, Map<String, NDArray> weights) {
        NDArray in = outputs.get(layer.inputs().get(0));
        if (layer instanceof Convolution c) {
            return Conv3d.conv3d(in, weights.get(c.weightName()), weights.get(c.biasName()), AxisOrder.cube(c.stride()),
                    AxisOrder.cube((c.kernel() - 1) / 2), AxisOrder.cube(1), 1).singletonOrThrow();
        } else if (layer instanceof Relu) {
            return Activation.relu(in);
        } else if (layer instanceof MaxPool p) {
            return Pool.maxPool3d(in, AxisOrder.cube(p.factor()), AxisOrder.cube(p.factor()), AxisOrder.cube(0),
                    false);
        } else if (layer instanceof UpsampleNearest) {
            return in.getNDArrayInternal().interpolation(AxisOrder.sizes(shapes.get(layer.name())), NEAREST, false);
        } else if (layer instanceof Concatenate c) {
            NDList joined = new NDList();
            c.inputs().forEach(name -> joined.add(outputs.get(name)));
            return NDArrays.concat(joined, CHANNEL_AXIS);
        } else if (layer instanceof Sigmoid) {
            return Activation.sigmoid(in);
        }
        return residual(layer, in, outputs, weights);
    }

    /** The layers of residual networks. */
    private static NDArray residual(Layer layer, NDArray in, Map<String, NDArray> outputs,
            Map<String, NDArray> weights) {
        if (layer instanceof InstanceNormalisation n) {
            return normalised(n, in, weights);
        } else if (layer instanceof LeakyRelu r) {
            return Activation.leakyRelu(in, (float) r.slope());
        } else if (layer instanceof Add a) {
            NDArray sum = in.add(outputs.get(a.inputs().get(1)));
            a.inputs().stream().skip(2).forEach(name -> sum.addi(outputs.get(name)));
            return sum;
        }
        throw new IllegalStateException("A kind of layer that this engine does not know: " + layer);
    }

    /**
     * With one image in the batch, the mean and variance of a batch are those of the instance. The running mean and
     * variance that PyTorch wants to write are not read.
     */
    private static NDArray normalised(InstanceNormalisation n, NDArray in, Map<String, NDArray> weights) {
        NDManager scope = in.getManager();
        Shape shape = new Shape(n.channels());
        try (NDArray mean = scope.zeros(shape); NDArray variance = scope.ones(shape)) {
            return in.getNDArrayInternal().batchNorm(in, mean, variance, weights.get(n.weightName()),
                    weights.get(n.biasName()), CHANNEL_AXIS, 0, (float) n.epsilon(), true).singletonOrThrow();
        }
    }
}

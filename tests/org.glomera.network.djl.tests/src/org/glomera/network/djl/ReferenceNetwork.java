package org.glomera.network.djl;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.glomera.network.graph.NetworkWeights;

/**
 * A network in plain Java and double precision, as slow and as plain as its definition: every output voxel is computed
 * from the words of {@link Layer}'s documentation. Values lie at ((c * nz + z) * ny + y) * nx + x.
 */
final class ReferenceNetwork {

    private final NetworkGraph graph;
    private final Map<String, LayerShape> shapes;
    private final Map<String, double[]> weights = new LinkedHashMap<>();

    ReferenceNetwork(NetworkGraph graph, NetworkWeights weights) {
        this.graph = graph;
        this.shapes = graph.shapes();
        weights.tensors().forEach((name, tensor) -> {
            double[] values = new double[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[i];
            }
            this.weights.put(name, values);
        });
    }

    /** The weights of a name, which may be changed. */
    double[] weight(String name) {
        return weights.get(name);
    }

    double[] forward(float[][] channels) {
        int voxels = graph.voxelCount();
        double[] input = new double[channels.length * voxels];
        for (int i = 0; i < input.length; i++) {
            input[i] = channels[i / voxels][i % voxels];
        }
        Map<String, double[]> outputs = new HashMap<>();
        outputs.put(NetworkGraph.INPUT, input);
        for (Layer layer : graph.layers()) {
            outputs.put(layer.name(), calculate(layer, outputs));
        }
        return outputs.get(graph.output());
    }

    /** One less the Dice coefficient of the output. */
    double loss(float[][] channels, float[] mask) {
        double[] x = forward(channels);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += x[i] * mask[i];
            squares += x[i] * x[i] + mask[i] * mask[i];
        }
        return 1 - 2 * products / squares;
    }

    private double[] calculate(Layer layer, Map<String, double[]> outputs) {
        LayerShape from = shapes.get(layer.inputs().get(0));
        LayerShape to = shapes.get(layer.name());
        double[] in = outputs.get(layer.inputs().get(0));
        double[] out = new double[(int) to.valueCount()];
        if (layer instanceof Concatenate c) {
            int place = 0;
            for (String name : c.inputs()) {
                double[] part = outputs.get(name);
                System.arraycopy(part, 0, out, place, part.length);
                place += part.length;
            }
            return out;
        } else if (layer instanceof InstanceNormalisation n) {
            return normalised(n, in, from.voxelCount());
        }
        for (int i = 0; i < out.length; i++) {
            int x = i % to.nx();
            int y = i / to.nx() % to.ny();
            int z = i / to.nx() / to.ny() % to.nz();
            int c = i / to.voxelCount();
            if (layer instanceof Convolution conv) {
                out[i] = convolved(conv, in, from, c, x, y, z);
            } else if (layer instanceof Add add) {
                for (String name : add.inputs()) {
                    out[i] += outputs.get(name)[i];
                }
            } else if (layer instanceof LeakyRelu leaky) {
                out[i] = in[i] > 0 ? in[i] : leaky.slope() * in[i];
            } else if (layer instanceof Relu) {
                out[i] = Math.max(0, in[i]);
            } else if (layer instanceof Sigmoid) {
                out[i] = 1 / (1 + Math.exp(-in[i]));
            } else if (layer instanceof UpsampleNearest up) {
                out[i] = at(in, from, c, x / up.factor(), y / up.factor(), z / up.factor());
            } else if (layer instanceof MaxPool pool) {
                out[i] = largest(pool.factor(), in, from, c, x, y, z);
            } else {
                throw new AssertionError(layer);
            }
        }
        return out;
    }

    private double convolved(Convolution conv, double[] in, LayerShape from, int output, int x, int y, int z) {
        int k = conv.kernel();
        int half = (k - 1) / 2;
        double[] kernels = weights.get(conv.weightName());
        double sum = weights.get(conv.biasName())[output];
        for (int input = 0; input < conv.inputChannels(); input++) {
            for (int dz = 0; dz < k; dz++) {
                for (int dy = 0; dy < k; dy++) {
                    for (int dx = 0; dx < k; dx++) {
                        double weight = kernels[(((output * conv.inputChannels() + input) * k + dz) * k + dy) * k + dx];
                        sum += weight * at(in, from, input, conv.stride() * x + dx - half,
                                conv.stride() * y + dy - half, conv.stride() * z + dz - half);
                    }
                }
            }
        }
        return sum;
    }

    private double[] normalised(InstanceNormalisation layer, double[] in, int voxels) {
        double[] out = new double[in.length];
        for (int c = 0; c < layer.channels(); c++) {
            double sum = 0;
            for (int i = 0; i < voxels; i++) {
                sum += in[c * voxels + i];
            }
            double mean = sum / voxels;
            double squares = 0;
            for (int i = 0; i < voxels; i++) {
                squares += (in[c * voxels + i] - mean) * (in[c * voxels + i] - mean);
            }
            for (int i = 0; i < voxels; i++) {
                out[c * voxels + i] = weights.get(layer.weightName())[c] * (in[c * voxels + i] - mean)
                        / Math.sqrt(squares / voxels + layer.epsilon()) + weights.get(layer.biasName())[c];
            }
        }
        return out;
    }

    private static double largest(int factor, double[] in, LayerShape from, int c, int x, int y, int z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int dz = 0; dz < factor; dz++) {
            for (int dy = 0; dy < factor; dy++) {
                for (int dx = 0; dx < factor; dx++) {
                    largest = Math.max(largest, at(in, from, c, x * factor + dx, y * factor + dy, z * factor + dz));
                }
            }
        }
        return largest;
    }

    /** A value; zero beyond the edge. */
    private static double at(double[] values, LayerShape shape, int c, int x, int y, int z) {
        if (x < 0 || y < 0 || z < 0 || x >= shape.nx() || y >= shape.ny() || z >= shape.nz()) {
            return 0;
        }
        return values[((c * shape.nz() + z) * shape.ny() + y) * shape.nx() + x];
    }
}

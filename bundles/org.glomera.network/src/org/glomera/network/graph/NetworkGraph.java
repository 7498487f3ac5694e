package org.glomera.network.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;

/**
 * A network: its input and its layers in the order of calculation. The output of the last layer is the network's: one
 * channel of the input's size, values 0 to 1.
 *
 * @param channels the images of the input, in order
 * @param nx number of input voxels along x
 * @param ny number of input voxels along y
 * @param nz number of input voxels along z
 * @param layers the layers; each names only earlier ones
 */
public record NetworkGraph(List<Channel> channels, int nx, int ny, int nz, List<Layer> layers) {

    /** The name under which the first layer finds the network's input. */
    public static final String INPUT = "input";
    /** More layers than this are a mistake in an architecture; the deepest networks of the field have some hundreds. */
    public static final int MOST_LAYERS = 5000;

    /** Refuses layers that do not fit together, and an output that is not a probability on the input grid. */
    public NetworkGraph {
        channels = List.copyOf(channels);
        if (layers.size() > MOST_LAYERS) {
            throw new IllegalArgumentException("A network has " + MOST_LAYERS + " layers at most, not "
                    + layers.size() + ".");
        }
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof Sigmoid)) {
            throw new IllegalArgumentException("The last layer of a network is a sigmoid.");
        }
        Map<String, LayerShape> shapes = shapes(channels.size(), nx, ny, nz, layers);
        LayerShape output = shapes.get(layers.get(layers.size() - 1).name());
        if (!output.equals(new LayerShape(1, nx, ny, nz))) {
            throw new IllegalArgumentException("The output is " + output + "; it is one channel of " + nx + " x " + ny
                    + " x " + nz + ".");
        }
        requireWeights(layers);
    }

    /** Every weight has one name and fits into an array, and all of them together can be counted in an int. */
    private static void requireWeights(List<Layer> layers) {
        Set<String> names = new HashSet<>();
        long count = 0;
        for (Layer layer : layers) {
            for (Map.Entry<String, List<Integer>> weight : layer.weightShapes().entrySet()) {
                count += valueCount(weight.getValue());
                if (!names.add(weight.getKey())) {
                    throw new IllegalArgumentException("Two weights have the name " + weight.getKey() + ".");
                }
                if (count > Integer.MAX_VALUE) {
                    throw new IllegalArgumentException("The network has more than two thousand million weights, at "
                            + weight.getKey() + " of the shape " + weight.getValue()
                            + ". Fewer filters or levels make it smaller.");
                }
            }
        }
    }

    /** Number of values; 2<sup>31</sup> for all that are more, so that it cannot overflow. */
    private static long valueCount(List<Integer> shape) {
        long count = 1;
        for (int size : shape) {
            count = Math.min(count * size, 1L << 31);
        }
        return count;
    }

    /** The output shape of each layer by its name, in the order of calculation; the first is the input's. */
    public Map<String, LayerShape> shapes() {
        return shapes(channels.size(), nx, ny, nz, layers);
    }

    /** The convolutions in the order of calculation. */
    public List<Convolution> convolutions() {
        List<Convolution> found = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Convolution convolution) {
                found.add(convolution);
            }
        }
        return found;
    }

    /** The shape of each weight by its name, in the order of calculation: kernels {out, in, z, y, x}, biases {out}. */
    public Map<String, List<Integer>> weightShapes() {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        layers.forEach(layer -> found.putAll(layer.weightShapes()));
        return found;
    }

    /** Number of all values that are learned. */
    public long parameterCount() {
        return weightShapes().values().stream().mapToLong(NetworkGraph::valueCount).sum();
    }

    /** Number of input voxels of one channel. */
    public int voxelCount() {
        return nx * ny * nz;
    }

    /** The name of the last layer. */
    public String output() {
        return layers.get(layers.size() - 1).name();
    }

    private static Map<String, LayerShape> shapes(int channels, int nx, int ny, int nz, List<Layer> layers) {
        Map<String, LayerShape> shapes = new LinkedHashMap<>();
        shapes.put(INPUT, new LayerShape(channels, nx, ny, nz));
        for (Layer layer : layers) {
            List<LayerShape> inputs = new ArrayList<>();
            for (String input : layer.inputs()) {
                LayerShape shape = shapes.get(input);
                if (shape == null) {
                    throw new IllegalArgumentException("The layer " + layer.name() + " takes " + input
                            + ", which is no layer before it.");
                }
                inputs.add(shape);
            }
            if (shapes.put(layer.name(), shapeOf(layer, inputs)) != null) {
                throw new IllegalArgumentException("Two layers have the name " + layer.name() + ".");
            }
        }
        return shapes;
    }

    private static LayerShape shapeOf(Layer layer, List<LayerShape> inputs) {
        LayerShape in = inputs.get(0);
        if (layer instanceof Convolution c) {
            requireChannels("The convolution " + c.name() + " takes ", c.inputChannels(), in);
            return divided(layer, in, c.stride()).withChannels(c.outputChannels());
        } else if (layer instanceof MaxPool p) {
            return divided(layer, in, p.factor());
        } else if (layer instanceof UpsampleNearest u) {
            return multiplied(u, in);
        } else if (layer instanceof Concatenate) {
            return joined(layer.name(), inputs);
        } else if (layer instanceof Add) {
            return added(layer.name(), inputs);
        } else if (layer instanceof InstanceNormalisation n) {
            return normalised(n, in);
        } else if (layer instanceof Relu || layer instanceof LeakyRelu || layer instanceof Sigmoid) {
            return in;
        }
        throw new IllegalStateException("A kind of layer without a shape: " + layer);
    }

    private static void requireChannels(String who, int channels, LayerShape in) {
        if (channels != in.channels()) {
            throw new IllegalArgumentException(who + channels + " channels and gets " + in.channels() + ".");
        }
    }

    private static LayerShape divided(Layer layer, LayerShape in, int factor) {
        if (!in.divisible(factor)) {
            throw new IllegalArgumentException("The layer " + layer.name() + " cannot divide " + in + " by " + factor
                    + ".");
        }
        return in.divided(factor);
    }

    private static LayerShape multiplied(UpsampleNearest layer, LayerShape in) {
        int largest = Math.max(in.nx(), Math.max(in.ny(), in.nz()));
        if ((long) largest * layer.factor() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The layer " + layer.name() + " cannot multiply " + in + " by "
                    + layer.factor() + ".");
        }
        return new LayerShape(in.channels(), in.nx() * layer.factor(), in.ny() * layer.factor(),
                in.nz() * layer.factor());
    }

    private static LayerShape normalised(InstanceNormalisation layer, LayerShape in) {
        requireChannels("The layer " + layer.name() + " normalises ", layer.channels(), in);
        if (in.voxelCount() < 2) {
            throw new IllegalArgumentException("The layer " + layer.name() + " normalises channels of one voxel, of"
                    + " which nothing would be left. A larger input or fewer levels help.");
        }
        return in;
    }

    private static LayerShape added(String name, List<LayerShape> inputs) {
        for (LayerShape input : inputs) {
            if (!input.equals(inputs.get(0))) {
                throw new IllegalArgumentException("The layer " + name + " adds " + inputs.get(0) + " and " + input
                        + ", which differ.");
            }
        }
        return inputs.get(0);
    }

    private static LayerShape joined(String name, List<LayerShape> inputs) {
        int channels = 0;
        for (LayerShape input : inputs) {
            if (!input.hasSizeOf(inputs.get(0))) {
                throw new IllegalArgumentException("The layer " + name + " joins " + inputs.get(0) + " and " + input
                        + ", which differ in size.");
            }
            channels = Math.addExact(channels, input.channels());
        }
        return inputs.get(0).withChannels(channels);
    }
}

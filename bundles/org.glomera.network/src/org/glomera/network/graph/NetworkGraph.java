package org.glomera.network.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
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

    /** Refuses layers that do not fit together, and an output that is not a probability on the input grid. */
    public NetworkGraph {
        channels = List.copyOf(channels);
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
        for (Convolution c : convolutions()) {
            found.put(c.weightName(), List.of(c.outputChannels(), c.inputChannels(), c.kernel(), c.kernel(),
                    c.kernel()));
            found.put(c.biasName(), List.of(c.outputChannels()));
        }
        return found;
    }

    /** Number of weights and biases. */
    public long parameterCount() {
        long count = 0;
        for (Convolution c : convolutions()) {
            count += (long) c.fanIn() * c.outputChannels() + c.outputChannels();
        }
        return count;
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
            if (c.inputChannels() != in.channels()) {
                throw new IllegalArgumentException("The convolution " + c.name() + " takes " + c.inputChannels()
                        + " channels and gets " + in.channels() + ".");
            }
            return in.withChannels(c.outputChannels());
        } else if (layer instanceof MaxPool p) {
            if (in.nx() % p.factor() != 0 || in.ny() % p.factor() != 0 || in.nz() % p.factor() != 0) {
                throw new IllegalArgumentException("The layer " + p.name() + " cannot divide " + in + " by "
                        + p.factor() + ".");
            }
            return new LayerShape(in.channels(), in.nx() / p.factor(), in.ny() / p.factor(), in.nz() / p.factor());
        } else if (layer instanceof UpsampleNearest u) {
            return new LayerShape(in.channels(), Math.multiplyExact(in.nx(), u.factor()),
                    Math.multiplyExact(in.ny(), u.factor()), Math.multiplyExact(in.nz(), u.factor()));
        } else if (layer instanceof Concatenate) {
            return joined(layer.name(), inputs);
        } else if (layer instanceof Relu || layer instanceof Sigmoid) {
            return in;
        }
        throw new IllegalStateException("A kind of layer without a shape: " + layer);
    }

    private static LayerShape joined(String name, List<LayerShape> inputs) {
        int channels = 0;
        for (LayerShape input : inputs) {
            if (!input.hasSizeOf(inputs.get(0))) {
                throw new IllegalArgumentException("The layer " + name + " joins " + inputs.get(0) + " and " + input
                        + ", which differ in size.");
            }
            channels += input.channels();
        }
        return inputs.get(0).withChannels(channels);
    }
}

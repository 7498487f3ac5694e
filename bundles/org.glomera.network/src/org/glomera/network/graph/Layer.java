package org.glomera.network.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One layer of a network. It has a name, by which later layers name it as their input, and which is the first part of
 * its weights' names. The network's input has the name {@link NetworkGraph#INPUT}.
 */
public sealed interface Layer {

    /** The name, unique in its network. */
    String name();

    /** The names of the layers whose output goes in. */
    List<String> inputs();

    /** The shape of each weight that it learns by the weight's name, in the order of files; empty when it learns none. */
    default Map<String, List<Integer>> weightShapes() {
        return Map.of();
    }

    /**
     * A convolution with bias and zeros beyond the edge,
     * {@code out[o](p) = bias[o] + sum over i, d of weight[o][i](d) in[i](stride p + d - (kernel - 1) / 2)}: a
     * cross-correlation, as in every network library. Sizes are divided by {@code stride}; with a stride of 1 they stay.
     *
     * @param inputChannels number of channels of the input
     * @param outputChannels number of channels of the output
     * @param kernel odd size of the kernel along each axis, at most {@value #LARGEST_KERNEL}
     * @param stride voxels of the input from one output voxel to the next, along each axis
     */
    record Convolution(String name, String input, int inputChannels, int outputChannels, int kernel, int stride)
            implements Layer {

        /** A larger kernel is a mistake. */
        public static final int LARGEST_KERNEL = 31;

        /** Refuses numbers below 1, and an even or very large kernel. */
        public Convolution {
            requireName(name, input);
            if (inputChannels < 1 || outputChannels < 1 || kernel < 1 || kernel % 2 == 0 || kernel > LARGEST_KERNEL) {
                throw new IllegalArgumentException("The convolution " + name + " has " + inputChannels
                        + " input channels, " + outputChannels + " output channels and a kernel of " + kernel
                        + "; all are positive and the kernel is odd and at most " + LARGEST_KERNEL + ".");
            }
            if (stride < 1) {
                throw new IllegalArgumentException("The convolution " + name + " has a stride of " + stride
                        + "; it is 1 or more.");
            }
        }

        /** A convolution that keeps the size. */
        public Convolution(String name, String input, int inputChannels, int outputChannels, int kernel) {
            this(name, input, inputChannels, outputChannels, kernel, 1);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        /** The name of the kernels; their shape is {outputs, inputs, z, y, x}, x fastest. */
        public String weightName() {
            return name + ".weight";
        }

        /** The name of the biases, one an output channel. */
        public String biasName() {
            return name + ".bias";
        }

        /** Number of kernel values that reach one output voxel. */
        public int fanIn() {
            return Math.multiplyExact(inputChannels, kernel * kernel * kernel);
        }

        @Override
        public Map<String, List<Integer>> weightShapes() {
            return ordered(weightName(), List.of(outputChannels, inputChannels, kernel, kernel, kernel), biasName(),
                    List.of(outputChannels));
        }

        /** Names the stride where there is one: a checkpoint knows its network by these words. */
        @Override
        public String toString() {
            return "Convolution[name=" + name + ", input=" + input + ", inputChannels=" + inputChannels
                    + ", outputChannels=" + outputChannels + ", kernel=" + kernel
                    + (stride == 1 ? "" : ", stride=" + stride) + "]";
        }
    }

    /**
     * Each channel brought to mean 0 and variance 1 over its own voxels, then scaled and shifted by two numbers that are
     * learned (Ulyanov, Vedaldi and Lempitsky, "Instance Normalization", arXiv 1607.08022, 2016, equation 3):
     * {@code out[c] = weight[c] (in[c] - mean) / sqrt(variance + epsilon) + bias[c]}, where the variance is the mean of
     * the squared differences. It is the same in training and in use: nothing is remembered from other images.
     *
     * @param channels number of channels of the input
     * @param epsilon keeps a channel without any variance from being divided by 0; in units of the variance
     */
    record InstanceNormalisation(String name, String input, int channels, double epsilon) implements Layer {

        /** Refuses a number of channels below 1, and an epsilon that is not positive. */
        public InstanceNormalisation {
            requireName(name, input);
            if (channels < 1 || !(epsilon > 0 && Double.isFinite(epsilon))) {
                throw new IllegalArgumentException("The layer " + name + " normalises " + channels
                        + " channels with an epsilon of " + epsilon + "; both are positive.");
            }
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }

        /** The name of the scales, one a channel. */
        public String weightName() {
            return name + ".weight";
        }

        /** The name of the shifts, one a channel. */
        public String biasName() {
            return name + ".bias";
        }

        @Override
        public Map<String, List<Integer>> weightShapes() {
            return ordered(weightName(), List.of(channels), biasName(), List.of(channels));
        }
    }

    /** The sum of several layers of one shape, voxel by voxel. */
    record Add(String name, List<String> inputs) implements Layer {

        /** Refuses fewer than two inputs. */
        public Add {
            inputs = List.copyOf(inputs);
            requireName(name, inputs.isEmpty() ? "" : inputs.get(0));
            if (inputs.size() < 2) {
                throw new IllegalArgumentException("The layer " + name + " adds fewer than two layers.");
            }
        }
    }

    /**
     * {@code x} of each value above 0, {@code slope x} of each other (Maas, Hannun and Ng, ICML 2013): unlike
     * {@link Relu} it has a slope everywhere, so that no part of a network falls silent for good.
     *
     * @param slope 0 or more and below 1, 0.01 as a rule
     */
    record LeakyRelu(String name, String input, double slope) implements Layer {

        /** Refuses a slope outside 0 to 1. */
        public LeakyRelu {
            requireName(name, input);
            if (!(slope >= 0 && slope < 1)) {
                throw new IllegalArgumentException("The layer " + name + " has a slope of " + slope
                        + "; it is 0 or more and below 1.");
            }
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** {@code max(0, x)} of each value. */
    record Relu(String name, String input) implements Layer {

        /** Refuses an empty name. */
        public Relu {
            requireName(name, input);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /**
     * The largest value of each block of {@code factor} voxels along each axis; sizes are divided by {@code factor}.
     */
    record MaxPool(String name, String input, int factor) implements Layer {

        /** Refuses a factor below 2. */
        public MaxPool {
            requireName(name, input);
            requireFactor(name, factor);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** Each voxel repeated {@code factor} times along each axis; sizes are multiplied by {@code factor}. */
    record UpsampleNearest(String name, String input, int factor) implements Layer {

        /** Refuses a factor below 2. */
        public UpsampleNearest {
            requireName(name, input);
            requireFactor(name, factor);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    /** The channels of several layers of one size, one after the other. */
    record Concatenate(String name, List<String> inputs) implements Layer {

        /** Refuses fewer than two inputs. */
        public Concatenate {
            inputs = List.copyOf(inputs);
            requireName(name, inputs.isEmpty() ? "" : inputs.get(0));
            if (inputs.size() < 2) {
                throw new IllegalArgumentException("The layer " + name + " joins fewer than two layers.");
            }
        }
    }

    /** {@code 1 / (1 + exp(-x))} of each value. */
    record Sigmoid(String name, String input) implements Layer {

        /** Refuses an empty name. */
        public Sigmoid {
            requireName(name, input);
        }

        @Override
        public List<String> inputs() {
            return List.of(input);
        }
    }

    private static Map<String, List<Integer>> ordered(String first, List<Integer> firstShape, String second,
            List<Integer> secondShape) {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        shapes.put(first, firstShape);
        shapes.put(second, secondShape);
        return Collections.unmodifiableMap(shapes);
    }

    private static void requireName(String name, String input) {
        Objects.requireNonNull(input);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A layer has no name.");
        }
    }

    private static void requireFactor(String name, int factor) {
        if (factor < 2) {
            throw new IllegalArgumentException("The layer " + name + " changes sizes by a factor of " + factor
                    + "; it is 2 or more.");
        }
    }
}

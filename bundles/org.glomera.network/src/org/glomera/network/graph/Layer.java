package org.glomera.network.graph;

import java.util.List;
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

    /**
     * A convolution with bias that keeps the size: stride 1, zeros beyond the edge,
     * {@code out[o](p) = bias[o] + sum over i, d of weight[o][i](d) in[i](p + d - (kernel - 1) / 2)}: a
     * cross-correlation, as in every network library.
     *
     * @param inputChannels number of channels of the input
     * @param outputChannels number of channels of the output
     * @param kernel odd size of the kernel along each axis
     */
    record Convolution(String name, String input, int inputChannels, int outputChannels, int kernel) implements Layer {

        /** Refuses numbers below 1 and an even kernel. */
        public Convolution {
            requireName(name, input);
            if (inputChannels < 1 || outputChannels < 1 || kernel < 1 || kernel % 2 == 0) {
                throw new IllegalArgumentException("The convolution " + name + " has " + inputChannels
                        + " input channels, " + outputChannels + " output channels and a kernel of " + kernel
                        + "; all are positive and the kernel is odd.");
            }
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
            return inputChannels * kernel * kernel * kernel;
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

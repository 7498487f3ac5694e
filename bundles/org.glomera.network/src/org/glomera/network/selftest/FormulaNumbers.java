package org.glomera.network.selftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.glomera.network.Sample;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

/**
 * Weights and images that follow from a formula of whole numbers, the same in every program and for ever; a library's
 * random numbers may change with its version. {@code releng/bench/unet_torch.py} has the same formula.
 */
public final class FormulaNumbers {

    private static final int OF_THE_PLACE = 0x9E3779B1;
    private static final int OF_THE_TENSOR = 0x85EBCA6B;
    private static final int MIX = 0x45D9F3B;
    private static final int HALF = 16;
    /** Of the hash the top 24 bits, which a 32-bit number holds exactly. */
    private static final int LOW_BITS = 8;
    private static final double STEPS = 1 << 23;
    private static final int FIRST_CHANNEL = 1000;
    private static final double BIAS = 0.1;
    /** Variance 2 / fan-in of values that are uniform from -a to a, whose variance is a^2 / 3. */
    private static final double HE_UNIFORM = 6;

    private FormulaNumbers() {
    }

    /**
     * One number: in 32 bits without sign, {@code x = 0x9E3779B1 k + 0x85EBCA6B t}; twice
     * {@code x = (x ^ x >>> 16) 0x45D9F3B}; {@code x = x ^ x >>> 16}; its top 24 bits as a number from -1 to below 1.
     *
     * @param tensor number of the tensor, t
     * @param index place in it, k
     */
    public static double value(int tensor, int index) {
        int x = OF_THE_PLACE * index + OF_THE_TENSOR * tensor;
        x = (x ^ x >>> HALF) * MIX;
        x = (x ^ x >>> HALF) * MIX;
        x ^= x >>> HALF;
        return (x >>> LOW_BITS) / STEPS - 1;
    }

    /** Weights of a network: tensor t in the order of calculation; kernels as He et al. ask for, small biases. */
    public static NetworkWeights weights(NetworkGraph graph) {
        Map<String, Tensor> made = new LinkedHashMap<>();
        graph.weightShapes().forEach((name, shape) -> made.put(name, tensor(made.size(), shape)));
        return new NetworkWeights(made);
    }

    private static Tensor tensor(int number, List<Integer> shape) {
        int count = shape.stream().reduce(1, Math::multiplyExact);
        double scale = shape.size() > 1 ? Math.sqrt(HE_UNIFORM / (count / shape.get(0))) : BIAS;
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (value(number, i) * scale);
        }
        return new Tensor(shape, values);
    }

    /** An image, tensor 1000 + c in channel c, and a box of half the size in the middle as its mask. */
    public static Sample sample(NetworkGraph graph) {
        int voxels = graph.voxelCount();
        float[][] channels = new float[graph.channels().size()][voxels];
        for (int c = 0; c < channels.length; c++) {
            for (int i = 0; i < voxels; i++) {
                channels[c][i] = (float) value(FIRST_CHANNEL + c, i);
            }
        }
        float[] mask = new float[voxels];
        for (int i = 0; i < voxels; i++) {
            int x = i % graph.nx();
            int y = i / graph.nx() % graph.ny();
            int z = i / graph.nx() / graph.ny();
            mask[i] = inMiddle(x, graph.nx()) && inMiddle(y, graph.ny()) && inMiddle(z, graph.nz()) ? 1 : 0;
        }
        return new Sample(channels, mask);
    }

    private static boolean inMiddle(int at, int size) {
        return at >= size / 4 && at < 3 * size / 4;
    }
}

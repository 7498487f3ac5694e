package org.glomera.network.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.glomera.network.graph.Layer;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

/** Makes initial weights from a seed, the same for every engine. */
public final class WeightInitialiser {

    private WeightInitialiser() {
    }

    /**
     * Random weights. Layers are filled in the order of calculation, each kernel's values in the order of its array,
     * from one {@link Random}. A normalisation begins with a scale of 1 and a shift of 0.
     */
    public static NetworkWeights initialise(NetworkGraph graph, Initialisation initialisation, long seed) {
        Random random = new Random(seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<Convolution> convolutions = graph.convolutions();
        for (Layer layer : graph.layers()) {
            if (layer instanceof Convolution c) {
                boolean last = c.equals(convolutions.get(convolutions.size() - 1));
                convolution(c, last ? initialisation : Initialisation.PLAIN, random, tensors);
            } else if (layer instanceof InstanceNormalisation n) {
                tensors.put(n.weightName(), filled(n.channels(), 1));
                tensors.put(n.biasName(), filled(n.channels(), 0));
            } else if (!layer.weightShapes().isEmpty()) {
                throw new IllegalStateException("A kind of layer whose weights have no beginning: " + layer);
            }
        }
        return new NetworkWeights(tensors);
    }

    private static void convolution(Convolution c, Initialisation initialisation, Random random,
            Map<String, Tensor> tensors) {
        boolean own = initialisation.outputDeviation() > 0;
        double deviation = own ? initialisation.outputDeviation() : Math.sqrt(2.0 / c.fanIn());
        float[] kernels = new float[Math.multiplyExact(c.fanIn(), c.outputChannels())];
        for (int k = 0; k < kernels.length; k++) {
            kernels[k] = (float) (deviation * random.nextGaussian());
        }
        tensors.put(c.weightName(), new Tensor(c.weightShapes().get(c.weightName()), kernels));
        tensors.put(c.biasName(), filled(c.outputChannels(), (float) initialisation.outputBias()));
    }

    private static Tensor filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return new Tensor(List.of(count), values);
    }
}

package org.glomera.network.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

/** Makes initial weights from a seed, the same for every engine. */
public final class WeightInitialiser {

    private WeightInitialiser() {
    }

    /**
     * Random weights. Layers are filled in the order of calculation, each kernel's values in the order of its array,
     * from one {@link Random}.
     */
    public static NetworkWeights initialise(NetworkGraph graph, Initialisation initialisation, long seed) {
        Random random = new Random(seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        List<Convolution> convolutions = graph.convolutions();
        for (int i = 0; i < convolutions.size(); i++) {
            Convolution c = convolutions.get(i);
            boolean last = i == convolutions.size() - 1;
            boolean own = last && initialisation.outputDeviation() > 0;
            double deviation = own ? initialisation.outputDeviation() : Math.sqrt(2.0 / c.fanIn());
            float[] kernels = new float[Math.multiplyExact(c.fanIn(), c.outputChannels())];
            for (int k = 0; k < kernels.length; k++) {
                kernels[k] = (float) (deviation * random.nextGaussian());
            }
            float[] biases = new float[c.outputChannels()];
            if (last) {
                Arrays.fill(biases, (float) initialisation.outputBias());
            }
            tensors.put(c.weightName(), new Tensor(List.of(c.outputChannels(), c.inputChannels(), c.kernel(),
                    c.kernel(), c.kernel()), kernels));
            tensors.put(c.biasName(), new Tensor(List.of(c.outputChannels()), biases));
        }
        return new NetworkWeights(tensors);
    }
}

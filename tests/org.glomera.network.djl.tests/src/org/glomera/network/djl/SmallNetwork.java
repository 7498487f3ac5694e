package org.glomera.network.djl;

import java.util.Random;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Sample;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;

/** A hybrid U-Net with two poolings on a grid whose three sizes differ, and random images for it. */
final class SmallNetwork {

    static final NetworkGraph GRAPH = new HybridUNet().build(new ArchitectureParameters(3, 2, 8, 12, 4));

    private SmallNetwork() {
    }

    static NetworkWeights weights(long seed) {
        NetworkWeights weights = WeightInitialiser.initialise(GRAPH, new Initialisation(0.5, -0.5), seed);
        Random random = new Random(seed + 1);
        weights.tensors().forEach((name, tensor) -> {
            if (name.endsWith(".bias")) {
                for (int i = 0; i < tensor.values().length; i++) {
                    tensor.values()[i] += (float) (0.1 * random.nextGaussian());
                }
            }
        });
        return weights;
    }

    /** Noise with a block that is brighter and belongs to the mask. */
    static Sample sample(long seed) {
        Random random = new Random(seed);
        float[][] channels = new float[2][GRAPH.voxelCount()];
        float[] mask = new float[GRAPH.voxelCount()];
        for (int i = 0; i < mask.length; i++) {
            int x = i % 8;
            int y = i / 8 % 12;
            int z = i / 96;
            mask[i] = x >= 2 && x < 5 && y >= 4 && y < 10 && z >= 1 && z < 3 ? 1 : 0;
            channels[0][i] = (float) (random.nextGaussian() + mask[i]);
            channels[1][i] = (float) (random.nextGaussian() - mask[i]);
        }
        return new Sample(channels, mask);
    }
}

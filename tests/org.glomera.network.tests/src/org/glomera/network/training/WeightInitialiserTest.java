package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.Test;

class WeightInitialiserTest {

    private static final NetworkGraph GRAPH = new StandardUNet().build(new ArchitectureParameters(8, 2, 8, 12, 16));
    /**
     * Four standard errors of a standard deviation from 27 * 32 * 32 = 27648 normal numbers: 4 / sqrt(2 * 27648) =
     * 0.017 of it.
     */
    private static final double SAMPLING = 0.017;

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }

    @Test
    void initialise_hasHesVariance() {
        NetworkWeights weights = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 5);
        // bottom.conv2 has 32 inputs of 27 kernel values each
        double expected = Math.sqrt(2.0 / (27 * 32));
        assertEquals(expected, deviation(weights.require("bottom.conv2.weight").values()), SAMPLING * expected);
        assertArrayEquals(new float[32], weights.require("bottom.conv2.bias").values(), 0);
    }

    @Test
    void initialise_startsTheOutputAsItIsTold() {
        NetworkWeights own = WeightInitialiser.initialise(GRAPH, new Initialisation(0.05, -2), 5);
        NetworkWeights plain = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 5);
        assertArrayEquals(new float[] {-2}, own.require("output.bias").values(), 0);
        // The same random numbers, scaled: 0.05 instead of sqrt(2 / 16)
        double ratio = 0.05 / Math.sqrt(2.0 / 16);
        for (int i = 0; i < 16; i++) {
            assertEquals(ratio * plain.require("output.weight").values()[i], own.require("output.weight").values()[i],
                    1e-8);
        }
    }

    @Test
    void initialise_beginsANormalisationWithScaleOneAndShiftZero() {
        NetworkGraph graph = new NetworkGraph(List.of(Channel.CT), 4, 6, 8, List.of(
                new Convolution("c", "input", 1, 2, 3), new InstanceNormalisation("n", "c", 2, 1e-5),
                new Convolution("d", "n", 2, 1, 1), new Sigmoid("s", "d")));
        NetworkWeights weights = WeightInitialiser.initialise(graph, new Initialisation(0.05, -2), 5);
        assertEquals(Optional.empty(), weights.misfit(graph));
        assertArrayEquals(new float[] {1, 1}, weights.require("n.weight").values(), 0);
        assertArrayEquals(new float[] {0, 0}, weights.require("n.bias").values(), 0);
    }

    @Test
    void initialise_followsFromTheSeed() {
        float[] one = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 5).require("down0.conv1.weight")
                .values();
        float[] again = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 5).require("down0.conv1.weight")
                .values();
        float[] other = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 6).require("down0.conv1.weight")
                .values();
        assertArrayEquals(one, again, 0);
        assertFalse(Arrays.equals(one, other));
    }
}

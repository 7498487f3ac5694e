package org.glomera.pipeline.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.graph.Layer.Add;
import org.glomera.network.graph.Layer.Concatenate;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.Layer.InstanceNormalisation;
import org.glomera.network.graph.Layer.LeakyRelu;
import org.glomera.network.graph.Layer.MaxPool;
import org.glomera.network.graph.Layer.Relu;
import org.glomera.network.graph.Layer.Sigmoid;
import org.glomera.network.graph.Layer.UpsampleNearest;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.training.Decay;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.unet.HybridUNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkMemoryTest {

    private static final TrainingConfiguration PLAIN = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.1, 0, false, 0,
            0, 0, Decay.CONSTANT, 0, 10, 1, 1, 1, Initialisation.PLAIN);

    /** What the program with the engine's libraries takes before a network is opened: VmHWM of a training of nothing. */
    private static final double PROGRAM_BYTES = 300e6;
    /** The estimate leaves out what the libraries take for their own order of numbers, and Java's garbage. */
    private static final double FACTOR = 1.3;

    /** On 4 x 2 x 2 = 16 voxels: 3 channels, pooled, 2 channels below, up again and joined, 1 channel. */
    private static final NetworkGraph SMALL = new NetworkGraph(List.of(Channel.CT), 4, 2, 2, List.of(
            new Convolution("a", NetworkGraph.INPUT, 1, 3, 1), new Relu("ra", "a"), new MaxPool("d", "ra", 2),
            new Convolution("b", "d", 3, 2, 1), new Relu("rb", "b"), new UpsampleNearest("u", "rb", 2),
            new Concatenate("j", List.of("u", "ra")), new Convolution("o", "j", 5, 1, 1), new Sigmoid("p", "o")));

    /**
     * Values: input 16, twice; ra 48, d 6, rb 4, o 16, p 16; a, b, u and j are never made. At ra 32 + 48 with as much work
     * space: 128, the most (at o: 32 + 48 + 4 + 16 + 16 = 116). Weights: 3 + 3, 6 + 2, 5 + 1: 20, twice 40.
     */
    @Test
    void predicting_isCountedAtTheWidestPlace() {
        assertEquals((128 + 40) * 4, NetworkMemory.predicting(SMALL));
    }

    /**
     * Forward, ra, d, rb and p stay: 32 + 48 + 6 + 4 + 16 = 106. Backward, with the gradient of p 122. At o, whose own
     * gradient is 16 and p and its gradient are gone: 106 - 16 + 16 = 106, and the gradients of rb and ra with as much
     * work space: 106 + 52 + 52 = 210, the most. Weights seven times 20: 140.
     */
    @Test
    void training_isCountedAtTheWidestPlaceOfTheBackwardPass() {
        assertEquals((210 + 140) * 4, NetworkMemory.training(SMALL));
    }

    /**
     * Beside the 210 values above: plain descent keeps weights, gradient, first weights and a checkpoint's, 4 times 20;
     * Adam each of two moments three times more, and early stopping the best epoch's weights: 4 + 6 + 1 = 11 times 20.
     */
    @Test
    void training_isCountedWithTheOptimisersMomentsAndTheBestEpochsWeights() {
        assertEquals((210 + 80) * 4, NetworkMemory.training(SMALL, PLAIN));
        assertEquals((210 + 220) * 4, NetworkMemory.training(SMALL, PLAIN.change().optimiser(Optimiser.ADAM)
                .patienceEpochs(3).configuration()));
    }

    /**
     * On 4 x 2 x 2 = 16 voxels. Values: input 16, twice; a, n, r and s 48 each, o and p 16. Forward, a (which n reads), r,
     * s (which o reads) and p stay, n goes: 32 + 3 * 48 + 16 = 192. Backward, with the gradient of p 208; at o
     * 208 - 16 (p) - 16 (its gradient) + 16 (that of o) = 192, and the gradient of s with as much work space:
     * 192 + 48 + 48 = 288. At s, the gradient of o and s are gone: 192 + 48 - 16 - 48 = 176; the gradients of r and a, 96,
     * with as much work space: 368, the most. Weights: 3 + 3, 3 + 3, 3 + 1: 16, seven times 112.
     */
    @Test
    void training_countsASumThatReadsNothingAndALeakyReluThatReadsItsOutput() {
        NetworkGraph graph = new NetworkGraph(List.of(Channel.CT), 4, 2, 2, List.of(
                new Convolution("a", NetworkGraph.INPUT, 1, 3, 1), new InstanceNormalisation("n", "a", 3, 1e-5),
                new LeakyRelu("r", "n", 0.01), new Add("s", List.of("r", "a")), new Convolution("o", "s", 3, 1, 1),
                new Sigmoid("p", "o")));
        assertEquals((368 + 112) * 4, NetworkMemory.training(graph));
    }

    /**
     * Only ra 48 and rb 4 stay, from which another grid is made, with the input, twice 16: 84. The largest step is o: its
     * gradient 16, those of rb and ra 52 and as much work space: 120. Weights of plain descent four times 20: 80.
     */
    @Test
    void training_takesLessWhereTheEngineSavesMemory() {
        assertEquals((84 + 120 + 80) * 4, NetworkMemory.trainingAtLeast(SMALL, PLAIN));
    }

    /** VmHWM in MB of 2^20 bytes by "./glomera bench network --size 64 --no-python". */
    @ParameterizedTest
    @CsvSource({"64, 653, 1267"})
    void bothAreWithinAFactorOfWhatWasMeasured(int size, double forwardMb, double stepMb) {
        NetworkGraph graph = new HybridUNet().build(new ArchitectureParameters(32, 4, size, size, size));
        requireNear(NetworkMemory.predicting(graph), forwardMb);
        requireNear(NetworkMemory.training(graph), stepMb);
    }

    private static void requireNear(long estimate, double measuredMb) {
        double factor = (estimate + PROGRAM_BYTES) / (measuredMb * (1 << 20));
        assertTrue(factor <= FACTOR && factor >= 1 / FACTOR, () -> "estimated " + estimate / 1e6 + " MB and the program,"
                + " measured " + measuredMb);
    }
}

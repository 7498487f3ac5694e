package org.glomera.pipeline.estimating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.NetworkArchitecture;
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
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCostTest {

    /** The model of time against what it was fitted to. */
    private static final double TIME_FACTOR = 1.25;

    private static NetworkCost unet(boolean hybrid, int filters, int levels, int nx, int ny, int nz) {
        NetworkArchitecture architecture = hybrid ? new HybridUNet() : new StandardUNet();
        return NetworkCost.of(architecture.build(new ArchitectureParameters(filters, levels, nx, ny, nz)));
    }

    @Test
    void cost_isThatOfLayersCountedByHand() {
        // 4 x 2 x 6 = 48 voxels; pooled 2 x 1 x 3 = 6.
        NetworkGraph graph = new NetworkGraph(List.of(Channel.CT), 4, 2, 6, List.of(
                new Convolution("a", "input", 1, 3, 3), new Relu("b", "a"), new MaxPool("c", "b", 2),
                new UpsampleNearest("d", "c", 2), new Concatenate("e", List.of("d", "b")),
                new Convolution("f", "e", 6, 1, 1), new Sigmoid("g", "f")));
        NetworkCost cost = NetworkCost.of(graph);
        // a: 27 * 3 + 3 = 84; f: 6 + 1 = 7.
        assertEquals(91, cost.parameters());
        // Kept: input 48 (a's input), b 3 * 48 = 144 (ReLU's output, the pooling's input), e 6 * 48 = 288 (f's input),
        // g 48: 528 values of 4 bytes = 2112. Index of the pooling: 3 * 6 = 18 of 8 bytes = 144. Not kept: a, c, d, f.
        assertEquals(2112 + 144, cost.keptBytes());
        // Largest convolution: f with 288 + 48 = 336 values (a: 48 + 144 = 192), twice 4 bytes.
        assertEquals(336 * 8, cost.workBytes());
        // a: 2 * 27 * 144 = 7776; f: 2 * 6 * 48 = 576.
        assertEquals(8352, cost.forwardFlop());
    }

    @Test
    void anisotropicInput_costsByItsVoxels() {
        NetworkCost cube = unet(true, 8, 4, 64, 64, 64);
        NetworkCost flat = unet(true, 8, 4, 128, 64, 32);
        assertEquals(cube, flat);
    }

    /** Seconds a step: docs/benchmark.md for 48 and 128, the first measurements for 32 and 64. */
    @ParameterizedTest
    @CsvSource({"true, 32, 128, 47.2", "false, 32, 128, 46.0", "true, 32, 64, 5.75", "true, 8, 64, 0.9",
            "true, 8, 48, 0.49", "true, 8, 32, 0.3"})
    void timeOfAStep_isWithinAFactorOfWhatWasMeasured(boolean hybrid, int filters, int size, double measured) {
        double estimate = StepModel.secondsPerImage(unet(hybrid, filters, 4, size, size, size));
        double factor = Math.max(estimate / measured, measured / estimate);
        assertTrue(factor <= TIME_FACTOR, () -> "estimated " + estimate + " s, measured " + measured);
    }

    @Test
    void probe_isTheNetworkItselfWhenItsStepsAreShortAndASmallerOneOtherwise() {
        ArchitectureParameters demo = new ArchitectureParameters(8, 4, 48, 48, 48);
        assertEquals(new HybridUNet().build(demo), smaller(new HybridUNet(), demo));
        // 128 cubed is halved to 32 cubed: 64 cubed takes 7 s by the model, 32 cubed 1.1 s.
        NetworkGraph small = smaller(new HybridUNet(), new ArchitectureParameters(32, 4, 128, 128, 128));
        assertEquals(new HybridUNet().build(new ArchitectureParameters(32, 4, 32, 32, 32)), small);
    }

    private static NetworkGraph smaller(NetworkArchitecture architecture, ArchitectureParameters wanted) {
        return new SpeedProbe(null, "of-a-test", architecture).smaller(wanted, architecture.build(wanted));
    }

    /** One that has no network below 64 voxels is made narrower instead. */
    @Test
    void probe_asksForNoSizeThatTheArchitectureRefuses() {
        NetworkArchitecture large = new NetworkArchitecture() {
            @Override
            public List<Channel> channels() {
                return List.of(Channel.SPECT, Channel.CT);
            }

            @Override
            public NetworkGraph build(ArchitectureParameters p) {
                if (p.inputNx() < 64) {
                    throw new IllegalArgumentException("It needs 64 voxels.");
                }
                return new HybridUNet().build(p);
            }
        };
        NetworkGraph small = smaller(large, new ArchitectureParameters(32, 4, 128, 128, 128));
        assertEquals(64, small.nx());
        // 8 filters at 64 cubed: 0.9 s by the model, below its limit of 1.2 s; 16 filters 2.3 s.
        assertEquals(new HybridUNet().build(new ArchitectureParameters(8, 4, 64, 64, 64)), small);
    }

    @Test
    void cost_countsNormalisationsSumsAndStridesByHand() {
        // 4 x 2 x 6 = 48 voxels; with a stride of 2 they are 2 x 1 x 3 = 6.
        NetworkGraph graph = new NetworkGraph(List.of(Channel.CT), 4, 2, 6, List.of(
                new Convolution("a", "input", 1, 3, 3, 2), new InstanceNormalisation("b", "a", 3, 1e-5),
                new LeakyRelu("c", "b", 0.01), new Add("d", List.of("c", "a")), new UpsampleNearest("e", "d", 2),
                new Convolution("f", "e", 3, 1, 1), new Sigmoid("g", "f")));
        NetworkCost cost = NetworkCost.of(graph);
        // a: 27 * 3 + 3 = 84; b: 3 + 3 = 6; f: 3 + 1 = 4.
        assertEquals(94, cost.parameters());
        // Kept: input 48 (a's), a 3 * 6 = 18 (b's), b 18 (c's), e 3 * 48 = 144 (f's), g 48: 276 values of 4 bytes.
        assertEquals(276 * 4, cost.keptBytes());
        // Largest convolution: f with 144 + 48 = 192 values (a: 48 + 18 = 66), twice 4 bytes.
        assertEquals(192 * 8, cost.workBytes());
        // a: 2 * 27 * 18 = 972; f: 2 * 3 * 48 = 288.
        assertEquals(1260, cost.forwardFlop());
    }

    @Test
    void speedOfAnotherNetwork_isScaledByTheModelsRatio() {
        NetworkCost small = unet(true, 8, 4, 48, 48, 48);
        NetworkCost large = unet(true, 32, 4, 128, 128, 128);
        double ratio = StepModel.secondsPerImage(large) / StepModel.secondsPerImage(small);
        Speed scaled = Speed.scaled(2, small, large, "measured");
        assertEquals(2 * ratio, scaled.secondsPerImage(), 1e-9);
        assertEquals(Speed.Basis.OTHER_NETWORK, scaled.basis());
        assertEquals(Speed.Basis.SAME_NETWORK, Speed.scaled(2, small, small, "measured").basis());
    }

    @Test
    void time_countsTrainingImagesThriceATestImage() {
        Speed speed = new Speed(0.5, Speed.Basis.SAME_NETWORK, "measured");
        // 10 epochs of 20 training images at 0.5 s and 6 test images at a third of it: 10 * (10 + 1) = 110 s.
        TimeEstimate time = TimeEstimate.of(speed, 10, 20, 6);
        assertEquals(110_000, time.likely().toMillis());
        assertEquals(88_000, time.low().toMillis());
        assertEquals(143_000, time.high().toMillis());
        assertEquals("about 2 min (1 min 28 s to 2 min)", time.inWords());
    }

    @Test
    void machine_isReadFromTheSystemsWords() {
        assertEquals("Quick CPU @ 2GHz", Machine.model(List.of("flags : x", "model name\t: Quick CPU @ 2GHz")));
        assertTrue(Machine.now().freeMemoryBytes() <= Machine.now().memoryBytes());
    }
}

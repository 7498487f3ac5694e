package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.EngineReport;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.Test;

class PyTorchPredictorTest {

    /** Probabilities of 0 to 1 after eleven convolutions in single precision (2^-24 each) of up to 500 products. */
    private static final double SINGLE_PRECISION = 2e-6;

    private final PyTorchEngine engine = new PyTorchEngine();

    @Test
    void report_saysThatPyTorchIsThere() {
        EngineReport report = engine.report();
        assertTrue(report.usable(), report.explanation());
        assertTrue(report.version().startsWith("2.7.1"), report.version());
    }

    @Test
    void predict_isTheReferenceNetworksOutput() throws GlomeraException {
        NetworkWeights weights = SmallNetwork.weights(1);
        Sample sample = SmallNetwork.sample(2);
        double[] expected = new ReferenceNetwork(SmallNetwork.GRAPH, weights).forward(sample.channels());
        try (Predictor predictor = engine.openPredictor(SmallNetwork.GRAPH, weights, 1)) {
            float[] output = predictor.predict(sample.channels());
            double lowest = 1;
            double highest = 0;
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], output[i], SINGLE_PRECISION, "voxel " + i);
                lowest = Math.min(lowest, expected[i]);
                highest = Math.max(highest, expected[i]);
            }
            assertTrue(highest - lowest > 0.1, "The output says nothing: " + lowest + " to " + highest);
        }
    }

    @Test
    void predict_givesTheSameBitsEachTime() throws GlomeraException {
        Sample sample = SmallNetwork.sample(2);
        try (Predictor one = engine.openPredictor(SmallNetwork.GRAPH, SmallNetwork.weights(1), 2);
                Predictor other = engine.openPredictor(SmallNetwork.GRAPH, SmallNetwork.weights(1), 2)) {
            float[] first = one.predict(sample.channels());
            assertArrayEquals(first, one.predict(sample.channels()), 0);
            assertArrayEquals(first, other.predict(sample.channels()), 0);
        }
    }

    @Test
    void predict_refusesAnInputOfAnotherNetwork() throws GlomeraException {
        float[][] channels = SmallNetwork.sample(2).channels();
        try (Predictor predictor = engine.openPredictor(SmallNetwork.GRAPH, SmallNetwork.weights(1), 1)) {
            assertThrows(IllegalArgumentException.class, () -> predictor.predict(new float[][] {channels[0]}));
            assertThrows(IllegalArgumentException.class,
                    () -> predictor.predict(new float[][] {channels[0], new float[7]}));
            assertEquals(channels[0].length, predictor.predict(channels).length);
        }
    }

    @Test
    void openPredictor_namesTheWeightThatDoesNotFit() {
        Map<String, Tensor> tensors = new LinkedHashMap<>(SmallNetwork.weights(1).tensors());
        tensors.remove("bottom.conv2.bias");
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> engine.openPredictor(SmallNetwork.GRAPH, new NetworkWeights(tensors), 1));
        assertTrue(refused.getMessage().contains("bottom.conv2.bias is missing"), refused.getMessage());
    }

    @Test
    void predict_isLeftWithinASecondWhenCancelled() throws GlomeraException {
        // about twenty times the work that fits into the time between two looks at the monitor
        NetworkGraph graph = new StandardUNet().build(new ArchitectureParameters(16, 2, 96, 96, 96));
        NetworkWeights weights = WeightInitialiser.initialise(graph, Initialisation.PLAIN, 1);
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        Predictor predictor = engine.openPredictor(graph, weights, 2);
        float[][] channels = {new float[graph.voxelCount()]};
        assertThrows(OperationCanceledException.class, () -> predictor.predict(channels, cancelled));
        assertThrows(IllegalStateException.class, () -> predictor.predict(channels));
        predictor.close();
    }
}

package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.EngineReport;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.selftest.FormulaNumbers;
import org.glomera.network.selftest.KnownNumber;
import org.glomera.network.selftest.SelfTest;
import org.glomera.network.selftest.SelfTestResult;
import org.junit.jupiter.api.Test;

class SelfTestTest {

    /** Stored numbers have nine digits; weights and images are those of 32 bits on both sides. */
    private static final double STORED = 5e-9;

    @Test
    void theEngine_givesTheStoredNumbers_withOneThreadAndWithTwo() throws GlomeraException {
        for (int threads = 1; threads <= 2; threads++) {
            SelfTestResult result = SelfTest.run(new PyTorchEngine(), threads, new NullProgressMonitor());
            KnownNumber worst = result.worst();
            assertTrue(result.right(), worst::toString);
            assertEquals(10, result.numbers().size());
            assertTrue(result.matrixFlopPerSecond().isPresent());
        }
    }

    /** Two calculations that share nothing but the formula: Python PyTorch's, and this one in plain Java. */
    @Test
    void theSlowReference_givesTheStoredOutputsAndLoss() {
        NetworkGraph graph = SelfTest.graph();
        Sample sample = FormulaNumbers.sample(graph);
        ReferenceNetwork reference = new ReferenceNetwork(graph, FormulaNumbers.weights(graph));
        double[] output = reference.forward(sample.channels());
        Map<String, Double> stored = SelfTest.rightNumbers();
        double sum = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < output.length; i++) {
            sum += output[i];
            products += output[i] * sample.mask()[i];
            squares += output[i] * output[i] + sample.mask()[i] * sample.mask()[i];
        }
        assertEquals(stored.get("mean of the output"), sum / output.length, STORED);
        assertEquals(stored.get("output at 5 6 7"), output[(7 * 32 + 6) * 32 + 5], STORED);
        assertEquals(stored.get("output at 16 16 16"), output[(16 * 32 + 16) * 32 + 16], STORED);
        assertEquals(stored.get("output at 31 0 31"), output[(31 * 32 + 0) * 32 + 31], STORED);
        assertEquals(stored.get("loss"), 1 - 2 * products / squares, STORED);
    }

    /** The formula by hand for t = 0, k = 0: the hash of 0 is 0, so the number is -1. */
    @Test
    void theFormula_isWhatItsDocumentationSays() {
        assertEquals(-1, FormulaNumbers.value(0, 0));
        // numpy, with the script beside: value(1000, 6)[5] and value(3, 8)[7]
        assertEquals(0.7922569513320923, FormulaNumbers.value(1000, 5));
        assertEquals(0.42413651943206787, FormulaNumbers.value(3, 7));
    }

    /** An engine that rounds its weights to the 7 bits of bfloat16, as a processor's shortcut might. */
    @Test
    void anEngineThatRoundsCoarsely_isFound() throws GlomeraException {
        SelfTestResult result = SelfTest.run(new CoarseEngine(), 1, new NullProgressMonitor());
        assertFalse(result.right(), result.worst()::toString);
    }

    private static final class CoarseEngine implements NetworkEngine {

        private final NetworkEngine real = new PyTorchEngine();

        @Override
        public EngineReport report() {
            return real.report();
        }

        @Override
        public Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options)
                throws GlomeraException {
            return real.openTrainer(graph, state, options);
        }

        @Override
        public Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads)
                throws GlomeraException {
            Map<String, Tensor> coarse = new LinkedHashMap<>();
            weights.tensors().forEach((name, tensor) -> {
                float[] values = tensor.values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.intBitsToFloat(Float.floatToIntBits(values[i]) & 0xFFFF0000);
                }
                coarse.put(name, new Tensor(tensor.shape(), values));
            });
            return real.openPredictor(graph, new NetworkWeights(coarse), threads);
        }
    }
}

package org.glomera.network.selftest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.Layer.Convolution;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.unet.HybridUNet;

/**
 * Runs a fixed small network, the hybrid one with 8 filters on 32 x 32 x 32 voxels, forward and backward, and compares
 * the numbers with those that Python PyTorch calculates in double precision:
 * {@code /usr/bin/python3 releng/bench/unet_torch.py numbers}. Takes about two seconds.
 *
 * <p>The tolerances: in 32 bits, Python PyTorch with and without oneDNN and the engine with one and two threads lie at
 * most 4e-6 from the right numbers; {@value #PROCESSOR_TOLERANCE} leaves room for processors that add up in other orders.
 * A graphics card may round the factors of a convolution to 10 bits (TF32), which moves the numbers by up to 3.1e-3 (the
 * same script with rounded factors), so {@value #CARD_TOLERANCE} there. Factors of 7 bits (bfloat16) move them by 1.4e-2
 * and are found.
 */
public final class SelfTest {

    /** On a processor: 25 times the largest difference that was seen. */
    public static final double PROCESSOR_TOLERANCE = 1e-4;
    /** On a graphics card: three times the largest difference from rounding factors to 10 bits. */
    public static final double CARD_TOLERANCE = 1e-2;

    private static final int FILTERS = 8;
    private static final int LEVELS = 4;
    private static final int SIZE = 32;
    /** So large that the weights' own rounding does not matter when the gradient is taken from their change. */
    private static final double LEARNING_RATE = 1;
    private static final long FORWARD_NANOS = 400_000_000L;
    private static final long STEP_NANOS = 800_000_000L;
    private static final int MATRIX = 2048;
    private static final int MATRIX_TIMES = 3;

    private static final String MEAN = "mean of the output";
    private static final String LOSS = "loss";
    private static final String GRADIENT = "gradient";
    private static final String GRADIENT_OF = "gradient of ";

    /** The right numbers, as the script prints them. */
    private static final Map<String, Double> EXPECTED = expected();

    private SelfTest() {
    }

    private static Map<String, Double> expected() {
        Map<String, Double> known = new LinkedHashMap<>();
        known.put(MEAN, 0.378750413);
        known.put(output(5, 6, 7), 0.314597384);
        known.put(output(16, 16, 16), 0.373743694);
        known.put(output(31, 0, 31), 0.514915635);
        known.put(LOSS, 0.689106153);
        known.put(GRADIENT, 2.36921965);
        known.put(GRADIENT_OF + "down0.conv1", 0.052389874);
        known.put(GRADIENT_OF + "bottom.conv2", 0.248172658);
        known.put(GRADIENT_OF + "up0.conv1", 0.42313645);
        known.put(GRADIENT_OF + "output", 0.0764871067);
        return known;
    }

    private static String output(int x, int y, int z) {
        return "output at " + x + " " + y + " " + z;
    }

    /** The network. */
    public static NetworkGraph graph() {
        return new HybridUNet().build(new ArchitectureParameters(FILTERS, LEVELS, SIZE, SIZE, SIZE));
    }

    /** The right numbers by their names. */
    public static Map<String, Double> rightNumbers() {
        return new LinkedHashMap<>(EXPECTED);
    }

    /**
     * Runs the test.
     *
     * @param threads number of threads that calculate, at least 1
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor is cancelled, within a second
     * @throws GlomeraException when the engine cannot be used, or runs out of memory
     */
    public static SelfTestResult run(NetworkEngine engine, int threads, IProgressMonitor monitor)
            throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Testing the engine", 3);
        NetworkGraph graph = graph();
        NetworkWeights weights = FormulaNumbers.weights(graph);
        Sample sample = FormulaNumbers.sample(graph);
        Map<String, Double> found = new LinkedHashMap<>();
        progress.subTask("Forward pass");
        double forward;
        try (Predictor predictor = engine.openPredictor(graph, weights, threads)) {
            addOutputs(predictor.predict(sample.channels(), progress.split(1)), found);
            forward = shortest(FORWARD_NANOS, () -> predictor.predict(sample.channels(), progress));
        }
        progress.subTask("Backward pass");
        double step;
        TrainingOptions plain = new TrainingOptions(0, false, 0, 0, threads);
        try (Trainer trainer = engine.openTrainer(graph, TrainerState.start(weights), plain)) {
            StepResult result = trainer.step(List.of(sample), LEARNING_RATE, progress.split(1));
            found.put(LOSS, result.loss());
            found.put(GRADIENT, result.gradientNorm());
            addGradients(weights, trainer.state().weights(), found);
            step = shortest(STEP_NANOS, () -> trainer.step(List.of(sample), LEARNING_RATE, progress));
        }
        progress.subTask("Matrix product");
        progress.checkCanceled();
        double tolerance = engine.report().device().equals("gpu") ? CARD_TOLERANCE : PROCESSOR_TOLERANCE;
        List<KnownNumber> numbers = new ArrayList<>();
        EXPECTED.forEach((name, right) -> numbers.add(new KnownNumber(name, right, found.get(name), tolerance)));
        return new SelfTestResult(numbers, threads, forward, step, flop(graph), matrixSpeed(engine, threads));
    }

    private static void addOutputs(float[] output, Map<String, Double> found) {
        double sum = 0;
        for (float value : output) {
            sum += value;
        }
        found.put(MEAN, sum / output.length);
        for (int[] at : new int[][] {{5, 6, 7}, {16, 16, 16}, {31, 0, 31}}) {
            found.put(output(at[0], at[1], at[2]), (double) output[(at[2] * SIZE + at[1]) * SIZE + at[0]]);
        }
    }

    /** A plain step changes weights by the gradient, so the change has its Euclidean norm. */
    private static void addGradients(NetworkWeights before, NetworkWeights after, Map<String, Double> found) {
        for (String name : EXPECTED.keySet()) {
            if (name.startsWith(GRADIENT_OF)) {
                String weight = name.substring(GRADIENT_OF.length()) + ".weight";
                float[] old = before.require(weight).values();
                float[] changed = after.require(weight).values();
                double squares = 0;
                for (int i = 0; i < old.length; i++) {
                    double change = ((double) old[i] - changed[i]) / LEARNING_RATE;
                    squares += change * change;
                }
                found.put(name, Math.sqrt(squares));
            }
        }
    }

    /** Floating-point operations of a forward pass: two a kernel value and output voxel. */
    private static double flop(NetworkGraph graph) {
        double flop = 0;
        for (Convolution convolution : graph.convolutions()) {
            flop += 2.0 * convolution.fanIn() * graph.shapes().get(convolution.name()).valueCount();
        }
        return flop;
    }

    /** The best of some products; the first one warms the machine up. */
    private static OptionalDouble matrixSpeed(NetworkEngine engine, int threads) throws GlomeraException {
        double most = 0;
        for (int i = 0; i < MATRIX_TIMES; i++) {
            OptionalDouble seconds = engine.matrixProductSeconds(MATRIX, threads);
            if (seconds.isEmpty()) {
                return OptionalDouble.empty();
            }
            most = Math.max(most, 2.0 * MATRIX * MATRIX * MATRIX / seconds.getAsDouble());
        }
        return OptionalDouble.of(most);
    }

    private interface Work {
        void run() throws GlomeraException;
    }

    private static double shortest(long nanos, Work work) throws GlomeraException {
        long begin = System.nanoTime();
        long shortest = Long.MAX_VALUE;
        while (shortest == Long.MAX_VALUE || System.nanoTime() - begin < nanos) {
            long start = System.nanoTime();
            work.run();
            shortest = Math.min(shortest, System.nanoTime() - start);
        }
        return shortest / 1e9;
    }
}

package org.glomera.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.evaluation.Summary;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.selftest.FormulaNumbers;
import org.glomera.network.unet.HybridUNet;
import org.glomera.pipeline.estimating.NetworkCost;

/**
 * The U-Net of two channels and 32 filters beside the same one in Python PyTorch: forward pass, training step and the
 * largest resident memory of both, in turn, so that what slows the machine down meets both; and a large matrix product
 * as the measure of what the processor can.
 */
public final class UNetBench {

    private static final int FILTERS = 32;
    private static final int LEVELS = 4;
    private static final double LEARNING_RATE = 1e-3;
    private static final int MATRIX = 3072;
    private static final int MATRIX_TIMES = 3;
    /** From this size on, a pass takes so long that one is measured a round. */
    private static final int LARGE = 96;
    private static final int SMALL_FORWARDS = 3;
    private static final int SMALL_STEPS = 2;
    /** The two libraries add up in other orders; a difference in the layers moves the mean by far more. */
    private static final double SAME_MEAN = 1e-4;
    private static final double FORWARD_GOAL = 0.75;
    private static final double STEP_GOAL = 0.9;
    private static final double MEMORY_GOAL = 1;
    private static final double GIGA = 1e9;
    private static final String ROW = "%-34s %12s %12s %8s  %s";

    private final NetworkEngine engine;
    private final int threads;
    private final int rounds;
    private final Optional<PythonUNet> python;
    private final Consumer<String> out;

    /**
     * Makes a bench.
     *
     * @param rounds how often both programs are measured in turn
     * @param withPython whether Python PyTorch is measured beside, where it is installed
     * @param out takes the lines of the table
     */
    public UNetBench(NetworkEngine engine, int rounds, boolean withPython, Consumer<String> out)
            throws GlomeraException {
        this.engine = engine;
        this.threads = Runtime.getRuntime().availableProcessors();
        this.rounds = rounds;
        this.python = withPython ? PythonUNet.find() : Optional.empty();
        this.out = out;
    }

    /** Prints the head of the table, and what is not measured. */
    public void printHead(boolean withPython) {
        if (withPython && python.isEmpty()) {
            out.accept("PyTorch in Python: not measured, since no Python here has it (Debian: python3-torch).");
        }
        out.accept(ROW.formatted("two channels, 32 filters", "Glomera", python.map(found -> "PyTorch "
                + found.version().replaceFirst("^(\\d+\\.\\d+).*", "$1")).orElse("-"), "ratio", "goal"));
    }

    /** Measures one size, a cube of so many voxels a side, and prints its rows. */
    public void run(int size, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, "Measuring " + size + " x " + size + " x " + size, rounds);
        NetworkGraph graph = new HybridUNet().build(new ArchitectureParameters(FILTERS, LEVELS, size, size, size));
        int forwards = size >= LARGE ? 1 : SMALL_FORWARDS;
        int steps = size >= LARGE ? 1 : SMALL_STEPS;
        List<UNetTimes> ours = new ArrayList<>();
        List<UNetTimes> theirs = new ArrayList<>();
        List<Double> products = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            progress.subTask("Glomera, " + round + " of " + rounds);
            matrixProducts(products);
            ours.add(measure(graph, forwards, steps, progress.split(1)));
            if (python.isPresent()) {
                progress.subTask("Python, " + round + " of " + rounds);
                progress.checkCanceled();
                theirs.add(python.get().measure(size, FILTERS, threads, forwards, steps));
            }
        }
        print(size, graph, UNetTimes.together(ours), theirs.isEmpty() ? Optional.empty()
                : Optional.of(UNetTimes.together(theirs)), products);
    }

    private void matrixProducts(List<Double> products) throws GlomeraException {
        for (int i = 0; i < MATRIX_TIMES; i++) {
            OptionalDouble seconds = engine.matrixProductSeconds(MATRIX, threads);
            seconds.ifPresent(taken -> products.add(2.0 * MATRIX * MATRIX * MATRIX / taken));
        }
    }

    /**
     * A forward pass that is not counted, then those that are; then steps. Peaks of their own, from when the network is
     * open, as the Python script takes them.
     */
    private UNetTimes measure(NetworkGraph graph, int forwards, int steps, IProgressMonitor monitor)
            throws GlomeraException {
        Sample sample = FormulaNumbers.sample(graph);
        double mean;
        List<Double> forward;
        try (Predictor predictor = engine.openPredictor(graph, FormulaNumbers.weights(graph), threads)) {
            mean = mean(predictor.predict(sample.channels(), monitor));
            ResidentMemory.resetPeak();
            forward = seconds(forwards, () -> predictor.predict(sample.channels(), monitor));
        }
        long forwardPeak = ResidentMemory.peakMb().orElse(-1);
        List<Double> step;
        try (Trainer trainer = engine.openTrainer(graph, TrainerState.start(FormulaNumbers.weights(graph)),
                new TrainingOptions(0.9, true, 0, 1, threads))) {
            ResidentMemory.resetPeak();
            step = seconds(steps, () -> trainer.step(List.of(sample), LEARNING_RATE, monitor));
        }
        return new UNetTimes(graph.parameterCount(), mean, forward, step, forwardPeak,
                ResidentMemory.peakMb().orElse(-1));
    }

    private interface Work {
        void run() throws GlomeraException;
    }

    private static List<Double> seconds(int times, Work work) throws GlomeraException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            seconds.add((System.nanoTime() - start) / GIGA);
        }
        return seconds;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private void print(int size, NetworkGraph graph, UNetTimes ours, Optional<UNetTimes> theirs, List<Double> products) {
        String title = size + " x " + size + " x " + size;
        row(title + ", forward pass", "%.2f s", ours.forward(), theirs.map(UNetTimes::forward), FORWARD_GOAL);
        row(title + ", training step", "%.2f s", ours.step(), theirs.map(UNetTimes::step), STEP_GOAL);
        row(title + ", peak forward", "%.0f MB", ours.forwardPeakMb(), theirs.map(one -> (double) one.forwardPeakMb()),
                MEMORY_GOAL);
        row(title + ", peak step", "%.0f MB", ours.stepPeakMb(), theirs.map(one -> (double) one.stepPeakMb()),
                MEMORY_GOAL);
        double flop = NetworkCost.of(graph).forwardFlop() / GIGA;
        row(title + ", forward pass", "%.0f GFLOP/s", flop / ours.forward(), theirs.map(one -> flop / one.forward()), 0);
        row(title + ", training step", "%.0f GFLOP/s", 3 * flop / ours.step(), theirs.map(one -> 3 * flop / one.step()), 0);
        if (!products.isEmpty()) {
            double product = Summary.of(products.stream().mapToDouble(Double::doubleValue).toArray()).median() / GIGA;
            row("matrix product of " + MATRIX, "%.0f GFLOP/s", product, Optional.empty(), 0);
        }
        theirs.ifPresent(other -> out.accept(agreement(ours, other)));
    }

    private void row(String what, String format, double ours, Optional<Double> theirs, double goal) {
        String ratio = theirs.map(other -> String.format(Locale.ROOT, "%.2f", ours / other)).orElse("");
        String reached = goal == 0 || theirs.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f, %s", goal,
                ours / theirs.get() <= goal ? "met" : "MISSED");
        out.accept(ROW.formatted(what, String.format(Locale.ROOT, format, ours),
                theirs.map(other -> String.format(Locale.ROOT, format, other)).orElse(""), ratio, reached));
    }

    private static String agreement(UNetTimes ours, UNetTimes theirs) {
        boolean same = ours.parameters() == theirs.parameters() && Math.abs(ours.mean() - theirs.mean()) <= SAME_MEAN;
        return String.format(Locale.ROOT, "%s: %,d and %,d parameters, mean output %.6f and %.6f.", same
                ? "Both calculate the same network" : "THE TWO NETWORKS DIFFER", ours.parameters(), theirs.parameters(),
                ours.mean(), theirs.mean());
    }
}

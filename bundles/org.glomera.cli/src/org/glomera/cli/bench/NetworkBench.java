package org.glomera.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.evaluation.Summary;
import org.glomera.network.ArchitectureBuilder;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Networks;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.pipeline.preset.NetworkPreset;

/** Times training steps and forward passes of a preset's network on random images, and reads the peak of memory. */
public final class NetworkBench {

    private static final double LEARNING_RATE = 1e-3;
    private static final long SEED = 1;

    /**
     * What was measured.
     *
     * @param network the network's title and size
     * @param parameters number of weights and biases
     * @param stepMs the median training step in milliseconds
     * @param steps how many were counted, after one that was not
     * @param forwardMs the median forward pass of one volume in milliseconds
     * @param forwards how many were counted, after one that was not
     * @param trainingPeakMb the largest resident memory while training, -1 where the system tells none
     * @param forwardPeakMb the largest resident memory while segmenting, -1 where the system tells none
     */
    public record Result(String network, long parameters, double stepMs, int steps, double forwardMs, int forwards,
            long trainingPeakMb, long forwardPeakMb) {
    }

    private NetworkBench() {
    }

    /**
     * Measures one network.
     *
     * @param repeats how many steps and passes are counted; 0 measures the first ones, for sizes that take minutes
     */
    public static Result measure(NetworkPreset preset, int repeats, IProgressMonitor monitor) throws GlomeraException {
        List<Integer> size = preset.inputSize();
        NetworkGraph graph = ArchitectureBuilder.build(preset.architecture(),
                Networks.architecture(preset.architecture()), preset.parameters());
        NetworkEngine engine = Networks.engine(Networks.DEFAULT_ENGINE);
        NetworkWeights weights = WeightInitialiser.initialise(graph, new Initialisation(0.05, -2), SEED);
        Sample sample = randomSample(graph);
        int threads = Runtime.getRuntime().availableProcessors();
        ResidentMemory.resetPeak();
        double[] forward;
        try (Predictor predictor = engine.openPredictor(graph, weights, threads)) {
            forward = timesMs(repeats, () -> predictor.predict(sample.channels(), monitor));
        }
        long forwardPeak = ResidentMemory.peakMb().orElse(-1);
        ResidentMemory.resetPeak();
        double[] steps;
        TrainingOptions options = new TrainingOptions(0.9, true, 0, 1, threads);
        try (Trainer trainer = engine.openTrainer(graph, TrainerState.start(weights), options)) {
            steps = timesMs(repeats, () -> trainer.step(List.of(sample), LEARNING_RATE, monitor));
        }
        return new Result("%s, %d x %d x %d, %d filters".formatted(preset.title(), size.get(0), size.get(1),
                size.get(2), preset.filters()), graph.parameterCount(), Summary.of(steps).median(), steps.length, Summary.of(forward).median(),
                forward.length, ResidentMemory.peakMb().orElse(-1), forwardPeak);
    }

    private interface Work {
        void run() throws GlomeraException;
    }

    private static double[] timesMs(int repeats, Work work) throws GlomeraException {
        double first = timeMs(work);
        if (repeats == 0) {
            return new double[] {first};
        }
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            times[i] = timeMs(work);
        }
        return times;
    }

    private static double timeMs(Work work) throws GlomeraException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static Sample randomSample(NetworkGraph graph) {
        Random random = new Random(SEED);
        float[][] channels = new float[graph.channels().size()][graph.voxelCount()];
        for (float[] channel : channels) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = (float) random.nextGaussian();
            }
        }
        float[] mask = new float[graph.voxelCount()];
        Arrays.fill(mask, mask.length / 2, mask.length / 2 + mask.length / 50 + 1, 1);
        return new Sample(channels, mask);
    }
}

package org.glomera.network.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

/**
 * An engine for tests whose weights depend on every image, rate and step before: w = 0.9 w + rate * (first value of the
 * image + momentum), momentum = 0.5 momentum + image. Its results may be changed on the way.
 */
final class LineEngine implements NetworkEngine {

    final List<Float> seen = new ArrayList<>();
    UnaryOperator<StepResult> change = result -> result;
    /** The second voxel of an output after so many steps; the first is 1, the others are 0. */
    IntToDoubleFunction secondVoxel = steps -> 0;
    int opened;
    int closed;

    @Override
    public EngineReport report() {
        return new EngineReport(true, "line", "1", "cpu", 1, "Calculates a line.");
    }

    @Override
    public Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) {
        opened++;
        return new LineTrainer(state);
    }

    private final class LineTrainer implements Trainer {
        private final NetworkWeights weights;
        private final NetworkWeights momentum;
        private long steps;

        LineTrainer(TrainerState state) {
            weights = copy(state.weights());
            momentum = copy(state.moment(TrainerState.MOMENTUM));
            steps = state.step();
        }

        @Override
        public StepResult step(List<Sample> batch, double rate, IProgressMonitor monitor) {
            float image = 0;
            for (Sample sample : batch) {
                image += sample.channels()[0][0];
                seen.add(sample.channels()[0][0]);
            }
            for (String name : weights.tensors().keySet()) {
                float[] w = weights.require(name).values();
                float[] m = momentum.require(name).values();
                for (int i = 0; i < w.length; i++) {
                    m[i] = 0.5f * m[i] + image;
                    w[i] = 0.9f * w[i] + (float) rate * (image + m[i]);
                }
            }
            steps++;
            return change.apply(new StepResult(0.25, 0.75, 1));
        }

        @Override
        public TrainerState state() {
            return new TrainerState(copy(weights), Map.of(TrainerState.MOMENTUM, copy(momentum)), steps);
        }

        @Override
        public float[] predict(float[][] channels, IProgressMonitor monitor) {
            float[] output = new float[channels[0].length];
            output[0] = 1;
            output[1] = (float) secondVoxel.applyAsDouble((int) steps);
            return output;
        }

        @Override
        public void close() {
            closed++;
        }

        private NetworkWeights copy(NetworkWeights from) {
            Map<String, Tensor> copies = new LinkedHashMap<>();
            from.tensors().forEach((name, t) -> copies.put(name, new Tensor(t.shape(), t.values().clone())));
            return new NetworkWeights(copies);
        }
    }
}

package org.glomera.pipeline.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
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
 * Stands in for PyTorch where a claim is not about learning. Its answer is the first channel, brought to 0 to 1, moved a
 * little by one weight; a step moves that weight by what the batch holds, so that the order and the number of steps
 * show in every number that follows.
 */
public final class FakeEngine implements NetworkEngine {

    @Override
    public EngineReport report() {
        return new EngineReport(true, "Fake", "1", "none", 1, "A stand-in for tests.");
    }

    @Override
    public Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) {
        return new FakeTrainer(state);
    }

    @Override
    public Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads) {
        return new FakeTrainer(TrainerState.start(weights));
    }

    private static final class FakeTrainer implements Trainer {

        private final Map<String, Tensor> tensors;
        private final Map<String, NetworkWeights> moments;
        private long step;

        FakeTrainer(TrainerState state) {
            this.tensors = new LinkedHashMap<>(state.weights().tensors());
            this.moments = state.moments();
            this.step = state.step();
        }

        @Override
        public StepResult step(List<Sample> batch, double learningRate, IProgressMonitor monitor) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            double sum = 0;
            for (Sample sample : batch) {
                for (int i = 0; i < sample.mask().length; i++) {
                    sum += sample.mask()[i] * sample.channels()[0][i] * (i % 7 + 1);
                }
            }
            String name = tensors.keySet().iterator().next();
            Tensor tensor = tensors.get(name);
            float[] values = tensor.values().clone();
            values[0] = (float) (0.9 * values[0] + learningRate * Math.sin(sum));
            tensors.put(name, new Tensor(tensor.shape(), values));
            step++;
            return new StepResult(1.0 / step, 1 - 1.0 / step, 1);
        }

        @Override
        public float[] predict(float[][] channels, IProgressMonitor monitor) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            float weight = tensors.values().iterator().next().values()[0];
            float[] probability = new float[channels[0].length];
            for (int i = 0; i < probability.length; i++) {
                double x = 2 * (channels[0][i] - 1.8) + 0.2 * weight;
                probability[i] = (float) (1 / (1 + Math.exp(-x)));
            }
            return probability;
        }

        @Override
        public TrainerState state() {
            return new TrainerState(new NetworkWeights(tensors), moments, step);
        }

        @Override
        public void close() {
            tensors.clear();
        }
    }
}

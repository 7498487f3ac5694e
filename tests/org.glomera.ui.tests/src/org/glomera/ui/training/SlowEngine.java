package org.glomera.ui.training;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Networks;
import org.glomera.network.Predictor;
import org.glomera.network.Sample;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.pipeline.Components;
import org.glomera.pipeline.PipelineServices;

/** Stands in for PyTorch: a step takes as long as it is told and moves one weight, so that steps can be counted by it. */
final class SlowEngine implements NetworkEngine {

    /** Milliseconds a step. */
    volatile long stepMs;
    final AtomicLong steps = new AtomicLong();

    /** Services over this engine and the architectures of the program. */
    PipelineServices services() {
        return new PipelineServices((Components) Proxy.newProxyInstance(Components.class.getClassLoader(),
                new Class<?>[] {Components.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "architecture" -> Networks.architecture((String) arguments[0]);
                    case "engine" -> this;
                    case "augmentations" -> Augmentations.ofPlugins();
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public EngineReport report() {
        return new EngineReport(true, "Slow", "1", "none", 1, "A stand-in for tests.");
    }

    @Override
    public Trainer openTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) {
        return new SlowTrainer(state);
    }

    @Override
    public Predictor openPredictor(NetworkGraph graph, NetworkWeights weights, int threads) {
        return new SlowTrainer(TrainerState.start(weights));
    }

    private final class SlowTrainer implements Trainer {

        private final Map<String, Tensor> tensors;
        private final Map<String, NetworkWeights> moments;
        private long step;

        SlowTrainer(TrainerState state) {
            this.tensors = new LinkedHashMap<>(state.weights().tensors());
            this.moments = state.moments();
            this.step = state.step();
        }

        @Override
        public StepResult step(List<Sample> batch, double learningRate, IProgressMonitor monitor) {
            long end = System.nanoTime() + stepMs * 1_000_000;
            do {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                Thread.onSpinWait();
            } while (System.nanoTime() < end);
            String name = tensors.keySet().iterator().next();
            Tensor tensor = tensors.get(name);
            float[] values = tensor.values().clone();
            values[0] = (float) (0.9 * values[0] + learningRate * batch.get(0).channels()[0][0]);
            tensors.put(name, new Tensor(tensor.shape(), values));
            step++;
            steps.incrementAndGet();
            return new StepResult(0.5, 0.5, 1);
        }

        @Override
        public float[] predict(float[][] channels, IProgressMonitor monitor) {
            float[] output = new float[channels[0].length];
            output[0] = 1;
            return output;
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

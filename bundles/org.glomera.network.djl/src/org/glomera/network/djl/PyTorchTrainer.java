package org.glomera.network.djl;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.Sample;
import org.glomera.network.SoftDice;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A network that learns on PyTorch. The loss and its derivative with respect to the network's output are computed in
 * Java in double precision, the rest of the gradient by PyTorch. Images of a batch go through one after the other, so
 * that memory does not grow with the batch.
 */
final class PyTorchTrainer implements Trainer {

    private final EngineThread thread = new EngineThread();
    private final GraphExecutor executor;
    private final NDManager own;
    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> momentum;
    private final GradientPass gradients;
    private final GradientDescent descent;
    private final NetworkWeights shapes;
    private final int threads;
    private long step;

    PyTorchTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) throws GlomeraException {
        this.executor = new GraphExecutor(graph);
        this.own = PyTorchRuntime.newManager();
        this.weights = thread.open(() -> NativeWeights.toNative(state.weights(), own), own::close);
        this.momentum = thread.open(() -> NativeWeights.toNative(state.momentum(), own), own::close);
        this.shapes = state.weights();
        this.threads = options.threads();
        this.step = state.step();
        this.gradients = new GradientPass(executor, weights, own);
        this.descent = new GradientDescent(options, gradients, weights, momentum);
    }

    @Override
    public StepResult step(List<Sample> batch, double learningRate, IProgressMonitor monitor)
            throws GlomeraException {
        if (batch.isEmpty() || !(learningRate > 0)) {
            throw new IllegalArgumentException("A step needs an image and a positive learning rate, not "
                    + batch.size() + " images and a rate of " + learningRate + ".");
        }
        return thread.call(() -> descend(batch, learningRate), monitor);
    }

    private StepResult descend(List<Sample> batch, double learningRate) {
        JniUtils.setNumThreads(threads);
        gradients.forget();
        double dice = 0;
        for (Sample sample : batch) {
            dice += gradient(sample, batch.size()) / batch.size();
        }
        JniUtils.setGradMode(false);
        double norm = Double.NaN;
        try (NDManager scope = own.newSubManager()) {
            if (Double.isFinite(dice)) {
                norm = descent.gradientNorm(scope);
            }
            if (Double.isFinite(norm)) {
                descent.update(learningRate, norm, scope);
                step++;
            }
        }
        return new StepResult(1 - dice, dice, norm);
    }

    /** Adds a sample's share to the gradients; its Dice coefficient. */
    private double gradient(Sample sample, int batchSize) {
        double[] dice = {Double.NaN};
        gradients.add(sample.channels(), probability -> {
            dice[0] = SoftDice.of(probability, sample.mask());
            return Double.isFinite(dice[0])
                    ? SoftDice.lossGradient(probability, sample.mask(), 1.0 / batchSize) : null;
        });
        return dice[0];
    }

    @Override
    public float[] predict(float[][] channels, IProgressMonitor monitor) throws GlomeraException {
        return thread.call(() -> PyTorchPredictor.forward(executor, channels, weights, own, threads), monitor);
    }

    @Override
    public TrainerState state() throws GlomeraException {
        return thread.call(() -> new TrainerState(NativeWeights.toJava(weights, shapes),
                NativeWeights.toJava(momentum, shapes), step), new NullProgressMonitor());
    }

    @Override
    public void close() {
        thread.close(own::close);
    }
}

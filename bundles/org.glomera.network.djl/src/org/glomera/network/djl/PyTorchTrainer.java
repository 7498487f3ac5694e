package org.glomera.network.djl;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.outside.SystemMemory;
import org.glomera.network.LossValue;
import org.glomera.network.Sample;
import org.glomera.network.StepResult;
import org.glomera.network.Trainer;
import org.glomera.network.TrainerState;
import org.glomera.network.TrainingOptions;
import org.glomera.network.graph.NetworkGraph;

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
    private final NDManager own;
    private final Map<String, NDArray> weights;
    private final ForwardPass forward;
    private final GradientPass gradients;
    private final WeightUpdate update;
    /** Names and shapes alone: the state itself is not kept. */
    private final Map<String, List<Integer>> shapes;
    private final TrainingOptions options;
    private long step;

    PyTorchTrainer(NetworkGraph graph, TrainerState state, TrainingOptions options) throws GlomeraException {
        this.own = PyTorchRuntime.newManager();
        this.weights = thread.open(() -> NativeWeights.toNative(state.weights(), own), own::close);
        this.shapes = state.weights().shapes();
        this.options = options;
        this.step = state.step();
        ExecutionPlan plan = new ExecutionPlan(graph);
        GraphExecutor executor = new GraphExecutor(plan);
        TorchKernels kernels = thread.open(() -> new TorchKernels(own), own::close);
        this.forward = new ForwardPass(executor, kernels, weights, own);
        this.gradients = thread.open(() -> new GradientPass(executor, () -> kept(plan), kernels, weights, own),
                own::close);
        this.update = thread.open(() -> new WeightUpdate(options, gradients, weights, state, own), own::close);
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

    private Set<String> kept(ExecutionPlan plan) {
        // the memory of a graphics card is not the machine's; PyTorch says when it is not enough
        return TrainingMemory.kept(plan, own.getDevice().isGpu() ? Long.MAX_VALUE : SystemMemory.now().freeBytes());
    }

    private StepResult descend(List<Sample> batch, double learningRate) {
        JniUtils.setNumThreads(options.threads());
        gradients.forget();
        double loss = 0;
        double dice = 0;
        for (Sample sample : batch) {
            LossValue value = gradient(sample, batch.size());
            loss += value.loss() / batch.size();
            dice += value.dice() / batch.size();
        }
        return new StepResult(loss, dice, new LossValue(loss, dice).finite() ? update(learningRate) : Double.NaN);
    }

    /** Adds a sample's share to the gradients; its loss. */
    private LossValue gradient(Sample sample, int batchSize) {
        LossValue[] value = new LossValue[1];
        gradients.add(sample.channels(), probability -> {
            value[0] = LossValue.of(options.loss(), probability, sample.mask());
            return value[0].finite() ? LossValue.slope(options.loss(), probability, sample.mask(), 1.0 / batchSize)
                    : null;
        });
        return value[0];
    }

    /** Changes the weights when the gradient is finite; its norm. */
    private double update(double learningRate) {
        try (NDManager scope = own.newSubManager()) {
            double norm = update.gradientNorm(scope);
            if (Double.isFinite(norm)) {
                update.make(learningRate, norm, step, scope);
                step++;
            }
            return norm;
        }
    }

    @Override
    public float[] predict(float[][] channels, IProgressMonitor monitor) throws GlomeraException {
        return thread.call(() -> {
            JniUtils.setNumThreads(options.threads());
            return forward.output(channels);
        }, monitor);
    }

    @Override
    public TrainerState state() throws GlomeraException {
        return thread.call(() -> new TrainerState(NativeWeights.toJava(weights, shapes),
                update.moments(shapes), step), new NullProgressMonitor());
    }

    @Override
    public void close() {
        thread.close(own::close);
    }
}

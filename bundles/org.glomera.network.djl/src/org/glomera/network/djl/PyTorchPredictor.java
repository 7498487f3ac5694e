package org.glomera.network.djl;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.Predictor;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** A network with fixed weights on PyTorch. */
final class PyTorchPredictor implements Predictor {

    private final EngineThread thread = new EngineThread();
    private final NDManager own;
    private final ForwardPass forward;
    private final int threads;

    PyTorchPredictor(NetworkGraph graph, NetworkWeights weights, int threads) throws GlomeraException {
        this.own = PyTorchRuntime.newManager();
        this.threads = threads;
        this.forward = thread.open(() -> new ForwardPass(new GraphExecutor(new ExecutionPlan(graph)),
                new TorchKernels(own), NativeWeights.toNative(weights, own), own), own::close);
    }

    @Override
    public float[] predict(float[][] channels, IProgressMonitor monitor) throws GlomeraException {
        return thread.call(() -> {
            JniUtils.setNumThreads(threads);
            return forward.output(channels);
        }, monitor);
    }

    @Override
    public void close() {
        thread.close(own::close);
    }
}

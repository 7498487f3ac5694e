package org.glomera.network.djl;

import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.Predictor;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** A network with fixed weights on PyTorch. */
final class PyTorchPredictor implements Predictor {

    private final EngineThread thread = new EngineThread();
    private final GraphExecutor executor;
    private final NDManager own;
    private final Map<String, NDArray> weights;
    private final int threads;

    PyTorchPredictor(NetworkGraph graph, NetworkWeights weights, int threads) throws GlomeraException {
        this.executor = new GraphExecutor(graph);
        this.own = PyTorchRuntime.newManager();
        this.threads = threads;
        this.weights = thread.open(() -> NativeWeights.toNative(weights, own), own::close);
    }

    @Override
    public float[] predict(float[][] channels, IProgressMonitor monitor) throws GlomeraException {
        return thread.call(() -> forward(executor, channels, weights, own, threads), monitor);
    }

    /** One forward pass on the calling thread, without what a backward pass would need. */
    static float[] forward(GraphExecutor executor, float[][] channels, Map<String, NDArray> weights, NDManager own,
            int threads) {
        JniUtils.setNumThreads(threads);
        JniUtils.setGradMode(false);
        try (NDManager scope = own.newSubManager()) {
            return executor.forward(channels, weights, scope).toFloatArray();
        }
    }

    @Override
    public void close() {
        thread.close(own::close);
    }
}

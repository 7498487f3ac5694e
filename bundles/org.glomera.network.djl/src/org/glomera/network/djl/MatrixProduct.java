package org.glomera.network.djl;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/** A product of two square matrices, the measure of what a machine calculates at best. */
final class MatrixProduct {

    private MatrixProduct() {
    }

    /** The seconds of one product; its result is read at one place, so that a graphics card has ended it too. */
    static double seconds(int size, int threads) throws GlomeraException {
        if (size < 1 || threads < 1) {
            throw new IllegalArgumentException("A product of size " + size + " by " + threads + " threads");
        }
        NDManager own = PyTorchRuntime.newManager();
        EngineThread thread = new EngineThread();
        try {
            return thread.call(() -> multiply(size, threads, own), new NullProgressMonitor());
        } finally {
            thread.close(own::close);
        }
    }

    private static double multiply(int size, int threads, NDManager own) {
        JniUtils.setNumThreads(threads);
        JniUtils.setGradMode(false);
        try (NDArray ones = own.ones(new Shape(size, size), DataType.FLOAT32)) {
            long start = System.nanoTime();
            try (NDArray product = ones.matMul(ones)) {
                product.getFloat(0, 0);
                return (System.nanoTime() - start) / 1e9;
            }
        }
    }
}

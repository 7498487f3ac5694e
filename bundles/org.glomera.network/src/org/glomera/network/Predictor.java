package org.glomera.network;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;

/** A network with its weights. It holds native memory until it is closed. One thread at a time. */
public interface Predictor extends AutoCloseable {

    /**
     * The network's output for one input.
     *
     * @param channels one array a channel of the architecture, in its order: normalised values, x fastest
     * @param monitor asked within a second whether to give up; its progress is left alone
     * @return the probability of each voxel to belong to a kidney, 0 to 1, x fastest
     * @throws IllegalArgumentException when number or length of the arrays is not the network's
     * @throws org.eclipse.core.runtime.OperationCanceledException when given up
     * @throws GlomeraException (resources) when memory runs out
     */
    float[] predict(float[][] channels, IProgressMonitor monitor) throws GlomeraException;

    /** The network's output for one input, without a way to give up. */
    default float[] predict(float[][] channels) throws GlomeraException {
        return predict(channels, new NullProgressMonitor());
    }

    /** Frees the native memory; a calculation that was given up may still end in the background. */
    @Override
    void close();
}

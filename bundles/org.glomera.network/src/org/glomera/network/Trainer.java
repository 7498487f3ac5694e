package org.glomera.network;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;

/**
 * A network that learns. It holds native memory until it is closed. One thread at a time.
 */
public interface Trainer extends Predictor {

    /**
     * One step of gradient descent on the mean loss of a batch. When the loss or the gradient is not finite, weights
     * and momentum stay as they were and the result says so.
     *
     * @param learningRate positive
     * @param monitor asked within a second whether the step is to be given up; its progress is left alone
     * @throws org.eclipse.core.runtime.OperationCanceledException when given up; the trainer is of no more use then but
     *         to be closed
     * @throws GlomeraException (resources) when memory runs out
     */
    StepResult step(List<Sample> batch, double learningRate, IProgressMonitor monitor) throws GlomeraException;

    /** A copy of weights, momentum and step number, from which another trainer goes on bit for bit. */
    TrainerState state() throws GlomeraException;
}

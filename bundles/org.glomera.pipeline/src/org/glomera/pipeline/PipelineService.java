package org.glomera.pipeline;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;

/**
 * One step of a study. A service holds no state between calls; it may be used from any thread, one call at a time for
 * one study folder (the folder is locked while it is written).
 *
 * @param <Q> what is asked for: a record, checked when it is made
 * @param <R> what was done: a record
 */
public interface PipelineService<Q, R> {

    /**
     * Does the step, as {@link #run(Object, StageListener, IProgressMonitor)} does, without a listener.
     */
    default R run(Q request, IProgressMonitor monitor) throws GlomeraException {
        return run(request, StageListener.NONE, monitor);
    }

    /**
     * Does the step, or what is left of it after an interrupted run.
     *
     * @param listener told what is going on, on a thread of the service
     * @param monitor asked at least once a second whether the user cancelled; null is not allowed, a
     *        {@code NullProgressMonitor} is
     * @throws GlomeraException for everything a user can act on; the study folder is whole then
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor was cancelled; the study folder is
     *         whole then, and the next call goes on where this one ended
     */
    R run(Q request, StageListener listener, IProgressMonitor monitor) throws GlomeraException;
}

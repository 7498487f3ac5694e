package org.glomera.cli.task;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.cli.terminal.CancelOnShutdown;
import org.glomera.cli.terminal.ProgressLine;
import org.glomera.cli.terminal.Terminal;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.PipelineService;
import org.glomera.pipeline.PipelineServices;

/** What every task works with: the services and the terminal. */
public record TaskContext(PipelineServices services, Terminal terminal) {

    /** Work that is told when to stop. */
    @FunctionalInterface
    public interface Cancellable<R> {
        /** Does the work; asks the monitor whether to stop. */
        R run(IProgressMonitor monitor) throws GlomeraException;
    }

    /** Runs a service with the progress line shown; Ctrl-C cancels it. */
    public <Q, R> R run(PipelineService<Q, R> service, Q request) throws GlomeraException {
        ProgressLine progress = new ProgressLine(terminal, System::nanoTime);
        R result = cancellable(monitor -> service.run(request, progress, monitor));
        progress.finish();
        return result;
    }

    /** Runs work that Ctrl-C cancels. Memory that is not enough becomes a failure that says how to give more. */
    public <R> R cancellable(Cancellable<R> work) throws GlomeraException {
        try (CancelOnShutdown cancel = new CancelOnShutdown(terminal)) {
            return work.run(cancel.monitor());
        } catch (OutOfMemoryError e) {
            throw new GlomeraException(Kind.RESOURCES, "The memory of the Java machine ("
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB) is not enough for this task. Give it more with"
                    + " GLOMERA_HEAP, for instance GLOMERA_HEAP=12g.", e);
        }
    }
}

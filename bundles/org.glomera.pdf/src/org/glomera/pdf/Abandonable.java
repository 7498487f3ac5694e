package org.glomera.pdf;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Work whose caller leaves it when the user cancels. The layout library is asked whether to go on only at some places;
 * between two of them lie seconds for a large document, and the work, which touches nothing but memory, ends there.
 */
final class Abandonable {

    private static final long POLL_MS = 50;

    private Abandonable() {
    }

    /**
     * Waits for work on a thread of its own.
     *
     * @throws OperationCanceledException when the monitor was cancelled or this thread interrupted
     * @throws ExecutionException with what the work threw
     */
    static <T> T await(Callable<T> work, IProgressMonitor monitor) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "glomera-pdf");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return task.get(POLL_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            }
        }
    }
}

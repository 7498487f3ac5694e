package org.glomera.core.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;

/**
 * Works on independent items on several threads. Results come back in the order of the items, and of several failures
 * the one of the first item is thrown, so that what a user sees does not depend on the threads' luck.
 */
public final class SideBySide {

    private static final int MOST_THREADS = 4;
    private static final long POLL_MS = 20;

    /** The work on one item. */
    @FunctionalInterface
    public interface Work<T, R> {
        /**
         * Works on an item, on a thread of the pool.
         *
         * @param monitor asked whether to give up; its progress is left alone
         */
        R on(T item, IProgressMonitor monitor) throws GlomeraException;
    }

    private SideBySide() {
    }

    /** As many threads as the machine has processors, at most 4: each may hold the images of one case in memory. */
    public static int threads() {
        return Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Works on every item. Comes back when all threads have ended, whatever happened.
     *
     * @param monitor told of each item that is done, in their order; asked whether the user cancelled, by several
     *        threads at once
     * @throws GlomeraException the failure of the first item that failed; items after it may not have been worked on
     * @throws OperationCanceledException when the user cancelled
     */
    public static <T, R> List<R> all(List<T> items, IProgressMonitor monitor, Work<T, R> work) throws GlomeraException {
        AtomicBoolean stop = new AtomicBoolean();
        SubMonitor progress = SubMonitor.convert(monitor, items.size());
        IProgressMonitor asked = new CancelOnlyMonitor(() -> stop.get() || progress.isCanceled());
        ExecutorService pool = Executors.newFixedThreadPool(threads(), task -> {
            Thread thread = new Thread(task, "glomera-side-by-side");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(pool.submit(() -> {
                    if (asked.isCanceled()) {
                        throw new OperationCanceledException();
                    }
                    return work.on(item, asked);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(wait(future, progress));
                progress.worked(1);
            }
            return results;
        } finally {
            stop.set(true);
            end(pool);
        }
    }

    private static <R> R wait(Future<R> future, SubMonitor progress) throws GlomeraException {
        while (true) {
            try {
                return future.get(POLL_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.checkCanceled();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            }
        }
    }

    private static GlomeraException rethrown(Throwable cause) throws GlomeraException {
        if (cause instanceof GlomeraException failure) {
            throw failure;
        }
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    private static void end(ExecutorService pool) {
        pool.shutdown();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

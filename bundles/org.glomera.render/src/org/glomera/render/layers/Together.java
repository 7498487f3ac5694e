package org.glomera.render.layers;

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
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;

/** Works on several things at once, on as many threads as the machine has processors. */
final class Together {

    private static final int MOST_THREADS = 4;
    private static final long POLL_MS = 20;

    /** The work on one item; the monitor only says whether to give up. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T item, IProgressMonitor monitor) throws GlomeraException;
    }

    private Together() {
    }

    /** The results in the order of the items; of several failures that of the first item. */
    static <T, R> List<R> all(List<T> items, IProgressMonitor monitor, Work<T, R> work) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, items.size());
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), task -> {
                    Thread thread = new Thread(task, "glomera-surface");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(pool.submit(() -> work.on(item, new StopMonitor(stop))));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(awaited(future, progress));
                progress.worked(1);
            }
            return results;
        } finally {
            stop.set(true);
            pool.shutdown();
        }
    }

    private static <R> R awaited(Future<R> future, SubMonitor progress) throws GlomeraException {
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

    private static final class StopMonitor extends NullProgressMonitor {

        private final AtomicBoolean stop;

        StopMonitor(AtomicBoolean stop) {
            this.stop = stop;
        }

        @Override
        public boolean isCanceled() {
            return stop.get() || super.isCanceled();
        }
    }
}

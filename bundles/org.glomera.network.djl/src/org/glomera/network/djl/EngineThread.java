package org.glomera.network.djl;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;

/**
 * The thread on which one network is calculated. A native calculation cannot be interrupted; here its caller can leave
 * it within {@value #POLL_MS} ms, it is interrupted between two operations ({@link Pass}), and it ends before the memory
 * is freed. A thread of its own also keeps PyTorch's settings of a thread (number of workers, gradient mode) away from
 * others.
 */
final class EngineThread {

    private static final int POLL_MS = 100;
    /** PyTorch's words when the system, or a graphics card, has no more memory. */
    private static final List<String> OUT_OF_MEMORY = List.of("not enough memory", "out of memory");

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "Glomera PyTorch");
        made.setDaemon(true);
        made.setContextClassLoader(Engine.class.getClassLoader());
        return made;
    });
    private boolean abandoned;

    /**
     * Calculates and waits.
     *
     * @throws OperationCanceledException when the monitor is cancelled; further calls are refused then
     */
    <T> T call(Callable<T> calculation, IProgressMonitor monitor) throws GlomeraException {
        if (abandoned) {
            throw new IllegalStateException("A calculation was given up; open the network anew.");
        }
        Future<T> result = thread.submit(() -> apartFromTheEnd(calculation));
        while (true) {
            try {
                return result.get(POLL_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (monitor.isCanceled()) {
                    abandoned = true;
                    result.cancel(true);
                    throw new OperationCanceledException();
                }
            } catch (InterruptedException e) {
                abandoned = true;
                result.cancel(true);
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw translated(e.getCause());
            }
        }
    }

    /** Makes what the network needs; when that fails, {@code release} is run and the thread ended. */
    <T> T open(Callable<T> making, Runnable release) throws GlomeraException {
        boolean made = false;
        try {
            T result = call(making, new NullProgressMonitor());
            made = true;
            return result;
        } finally {
            if (!made) {
                close(release);
            }
        }
    }

    /** Runs {@code release} after what is under way, and ends the thread. Waits only where nothing was given up. */
    void close(Runnable release) {
        if (thread.isShutdown()) {
            return;
        }
        Future<?> released = thread.submit(() -> apartFromTheEnd(Executors.callable(release)));
        thread.shutdown();
        if (!abandoned) {
            try {
                released.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The network's memory could not be freed.", e.getCause());
            }
        }
    }

    private static <T> T apartFromTheEnd(Callable<T> calculation) throws Exception {
        ProcessEnd end = ProcessEnd.ofThisProcess();
        end.enter();
        try {
            return calculation.call();
        } finally {
            end.leave();
        }
    }

    private static GlomeraException translated(Throwable cause) {
        if (cause instanceof GlomeraException known) {
            return known;
        }
        boolean memory = cause instanceof OutOfMemoryError
                || cause.getMessage() != null && OUT_OF_MEMORY.stream().anyMatch(cause.getMessage()::contains);
        if (memory) {
            return new GlomeraException(Kind.RESOURCES, "The memory of this machine does not suffice for the network."
                    + " Close other programs, or use a smaller input size or fewer filters.", cause);
        }
        if (cause instanceof EngineException) {
            return new GlomeraException(Kind.COMPUTATION, "PyTorch could not calculate the network: "
                    + cause.getMessage(), cause);
        }
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        throw new IllegalStateException(cause);
    }
}

package org.glomera.render.vtk.natives;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * The one thread that makes, uses and gives back every VTK object. Tasks are done in the order in which they come; what
 * a task throws goes to its caller. Make VTK objects in a {@link VtkObjects} and close it in the same task, or keep it
 * in an object that closes it in a later one: VTK's own collection of garbage is never started, since it would give
 * objects back on another thread.
 */
public final class VtkThread {

    private static final String NAME = "VTK";
    private static final long PATIENCE_AT_THE_END_S = 5;

    private final ThreadPoolExecutor executor;
    private volatile Thread thread;

    /** Makes the thread's place; the thread itself starts with the first task. */
    public VtkThread() {
        executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, NAME);
            made.setDaemon(true);
            thread = made;
            return made;
        });
    }

    /**
     * Has a task done.
     *
     * @return what the task returns; ends with what it throws. Cancelling the future leaves the task out when it has
     *         not begun
     * @throws RejectedExecutionException after {@link #end()}
     */
    public <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> future = new CompletableFuture<>();
        executor.execute(() -> {
            if (!future.isDone()) {
                try {
                    future.complete(task.call());
                } catch (OutOfMemoryError e) {
                    future.completeExceptionally(new GlomeraException(Kind.RESOURCES, "The memory of the program does"
                            + " not suffice for the 3D view. Show less, or give it more with GLOMERA_HEAP.", e));
                } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                    future.completeExceptionally(e);
                }
            }
        });
        return future;
    }

    /**
     * Has a task done and waits for it; a task of this thread itself is done at once.
     *
     * @throws GlomeraException what the task throws, or when the thread has ended
     * @throws OperationCanceledException when the calling thread is interrupted; the task is
     *         left out when it has not begun
     */
    public <T> T call(Callable<T> task) throws GlomeraException {
        try {
            if (Thread.currentThread() == thread) {
                return task.call();
            }
            return await(submit(task));
        } catch (RejectedExecutionException e) {
            throw new GlomeraException(Kind.MISSING_COMPONENT,
                    "The plug-in that makes and draws surfaces was stopped. Start Glomera again.", e);
        } catch (GlomeraException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> future) throws GlomeraException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GlomeraException known) {
                throw known;
            }
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether the calling thread is this one. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Does what was asked for before and no more; waits some seconds for it. */
    public void end() {
        executor.shutdown();
        try {
            executor.awaitTermination(PATIENCE_AT_THE_END_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

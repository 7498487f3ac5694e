package org.glomera.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * A monitor that is cancelled when the process is told to end (Ctrl-C, a kill), and gives the task a second to put
 * things in order. A task that needs longer, or a process that is killed at once, loses nothing but the work since the
 * last finished epoch or case: files are moved into place whole.
 */
public final class CancelOnShutdown implements AutoCloseable {

    private static final long PATIENCE_MS = 1500;

    private final IProgressMonitor monitor = new NullProgressMonitor();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** Begins to listen. */
    public CancelOnShutdown(Terminal terminal) {
        hook = new Thread(() -> stop(terminal), "glomera-cancel");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The monitor to hand to the task. */
    public IProgressMonitor monitor() {
        return monitor;
    }

    private void stop(Terminal terminal) {
        monitor.setCanceled(true);
        try {
            ended.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.message("Stopped. What was done is kept; the same line goes on from there.");
        terminal.flush();
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            System.getLogger(CancelOnShutdown.class.getName()).log(System.Logger.Level.DEBUG,
                    "The process is ending already, so the hook stays.", e);
        }
    }
}

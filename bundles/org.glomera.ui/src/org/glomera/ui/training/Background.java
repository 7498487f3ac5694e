package org.glomera.ui.training;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.glomera.core.GlomeraException;

/** Short work of a page on a job's thread, whose result comes back to the UI thread as long as the page is there. */
final class Background {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());

    /** The work. */
    @FunctionalInterface
    interface Work<T> {
        T run(IProgressMonitor monitor) throws GlomeraException;
    }

    private Background() {
    }

    /**
     * Starts the work.
     *
     * @param owner the result is dropped when it is disposed of
     * @param then gets the result, on the UI thread
     * @param failed gets the sentence, on the UI thread
     */
    static <T> Job run(Control owner, String name, Work<T> work, Consumer<T> then, Consumer<String> failed) {
        Display display = owner.getDisplay();
        Job job = Job.createSystem(name, (ICoreRunnable) monitor -> {
            try {
                T result = work.run(monitor);
                later(display, owner, () -> then.accept(result));
            } catch (OperationCanceledException e) {
                LOG.log(Level.DEBUG, "The page needs the answer no more.", e);
            } catch (GlomeraException e) {
                LOG.log(Level.DEBUG, e.getMessage(), e);
                later(display, owner, () -> failed.accept(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A page could not be filled.", e);
                later(display, owner, () -> failed.accept("This could not be found out because of a defect of the"
                        + " program; the error log holds the details."));
            }
        });
        job.setUser(false);
        job.schedule();
        return job;
    }

    private static void later(Display display, Control owner, Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!owner.isDisposed()) {
                    task.run();
                }
            });
        }
    }
}

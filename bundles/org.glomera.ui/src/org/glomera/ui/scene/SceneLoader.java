package org.glomera.ui.scene;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.ui.viewer.SliceInput;

/**
 * Reads cases and makes their surfaces in jobs. Only the newest order counts: an older one is cancelled and what it
 * still brings is dropped. Only on the UI thread.
 */
final class SceneLoader {

    private static final System.Logger LOG = System.getLogger(SceneLoader.class.getName());

    /** Who is told, on the UI thread. */
    interface Receiver {

        /** A case was read and its surfaces were made. */
        void show(SceneContent content);

        /** Distances of the case that is shown were measured. */
        void showDistances(SceneContent content);

        /** A case cannot be shown, and why in a sentence. */
        void fail(String sentence);
    }

    /** Something that a job does. */
    @FunctionalInterface
    private interface Task {

        SceneContent run(IProgressMonitor monitor) throws GlomeraException;
    }

    private final Display display;
    private final Receiver receiver;
    private Job job;
    private Object latest;

    SceneLoader(Display display, Receiver receiver) {
        this.display = display;
        this.receiver = receiver;
    }

    /** Reads a case and makes its surfaces. */
    void load(SliceInput input, SurfaceWork work, SceneSettings settings) {
        start("Surfaces of " + input.caseId(), monitor -> {
            SubMonitor progress = SubMonitor.convert(monitor, 2);
            ViewedCase images = ViewedCaseReader.read(input.root(), input.caseId(), input.experiment(),
                    progress.split(1));
            return work.make(images, settings.isSmooth(), settings.distances().reference(), progress.split(1));
        }, receiver::show);
    }

    /** Makes the surfaces of a case that was read anew, smoothed or not. */
    void remake(SceneContent content, SurfaceWork work, SceneSettings settings) {
        start("Surfaces of " + content.images().caseId(), monitor -> work.make(content.images(), settings.isSmooth(),
                settings.distances().reference(), monitor), receiver::show);
    }

    /** Measures the distances to another reference. */
    void measure(SceneContent content, SurfaceWork work, SceneSettings settings) {
        start("Distances of " + content.images().caseId(), monitor -> work.measure(content,
                settings.distances().reference(), monitor), receiver::showDistances);
    }

    /** Drops what is under way. */
    void cancel() {
        latest = null;
        if (job != null) {
            job.cancel();
        }
    }

    /** Whether nothing is being read or made. */
    boolean isDone() {
        return latest == null;
    }

    private void start(String name, Task task, Consumer<SceneContent> done) {
        cancel();
        Object token = new Object();
        latest = token;
        job = Job.create(name, (ICoreRunnable) monitor -> {
            try {
                SceneContent content = task.run(monitor);
                later(token, () -> done.accept(content));
            } catch (OperationCanceledException e) {
                later(token, () -> receiver.fail("Making the surfaces was cancelled."));
                throw e;
            } catch (GlomeraException e) {
                LOG.log(Level.WARNING, "A case could not be shown in 3D.", e);
                later(token, () -> receiver.fail(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A case could not be shown in 3D.", e);
                later(token, () -> receiver.fail("The surfaces could not be shown because of a defect of the program;"
                        + " the log holds the details."));
            } catch (OutOfMemoryError e) {
                LOG.log(Level.WARNING, "A case could not be shown in 3D.", e);
                later(token, () -> receiver.fail("The memory of the program (" + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB) is not enough for these surfaces. Close viewers, or start Glomera with more, for"
                        + " instance GLOMERA_HEAP=8g."));
            }
        });
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private void later(Object token, Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (token == latest) {
                    latest = null;
                    task.run();
                }
            });
        }
    }
}

package org.glomera.ui.run;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.glomera.core.GlomeraException;
import org.glomera.study.RunProgress;
import org.glomera.study.StudyFolder;

/** Reads a training's sign of life once a second, in a job, as long as it is to and a widget can be seen. */
final class ProgressFollower {

    private static final System.Logger LOG = System.getLogger(ProgressFollower.class.getName());
    private static final long PAUSE_MS = 1000;

    private final Control control;
    private final Display display;
    private final Path root;
    private final String run;
    private final Consumer<Optional<RunProgress>> listener;
    private final Job job = new ReadingJob();
    private Optional<RunProgress> latest = Optional.empty();
    private volatile boolean following;

    /**
     * Follows nothing yet.
     *
     * @param control the reading ends with it
     * @param listener told once a second on the UI thread, also when nothing changed but the time
     */
    ProgressFollower(Control control, Path root, String run, Consumer<Optional<RunProgress>> listener) {
        this.control = Objects.requireNonNull(control);
        this.display = control.getDisplay();
        this.root = Objects.requireNonNull(root);
        this.run = Objects.requireNonNull(run);
        this.listener = Objects.requireNonNull(listener);
        control.addListener(SWT.Dispose, event -> follow(false));
    }

    /** Begins or ends to follow; only on the UI thread. */
    void follow(boolean newFollowing) {
        following = newFollowing;
        if (newFollowing) {
            job.schedule();
        } else {
            job.cancel();
            latest = Optional.empty();
        }
    }

    /** What was read last; only on the UI thread. */
    Optional<RunProgress> latest() {
        return latest;
    }

    private void tell(Optional<RunProgress> read) {
        if (!control.isDisposed() && following) {
            latest = read;
            if (control.isVisible()) {
                listener.accept(read);
            }
        }
    }

    private final class ReadingJob extends Job {

        ReadingJob() {
            super("Following a training");
            setSystem(true);
            setPriority(DECORATE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Optional<RunProgress> read = Optional.empty();
            try {
                read = RunProgress.read(StudyFolder.open(root), run);
            } catch (GlomeraException e) {
                LOG.log(Level.DEBUG, "The progress of a training could not be read.", e);
            }
            Optional<RunProgress> found = read;
            if (following && !monitor.isCanceled() && !display.isDisposed()) {
                display.asyncExec(() -> tell(found));
                schedule(PAUSE_MS);
            }
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ProgressFollower.class;
        }
    }
}

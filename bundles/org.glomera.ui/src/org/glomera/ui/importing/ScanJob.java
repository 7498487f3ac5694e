package org.glomera.ui.importing;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.glomera.core.GlomeraException;
import org.glomera.core.progress.TimeLeft;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.ScanRequest;
import org.glomera.pipeline.StagePace;
import org.glomera.pipeline.StageProgress;

/** Looks through folders in the background and tells the page; a job that was cancelled tells nothing any more. */
final class ScanJob extends Job {

    /** What the page is told, on the UI thread. */
    interface Page {

        /** The scan goes on: how much is done, 0 to 1, and a line in words. */
        void scanning(double share, String words);

        /** The scan is done. */
        void scanned(ImportPlan plan);

        /** The scan failed: why, in a sentence. */
        void failed(String sentence);
    }

    private static final System.Logger LOG = System.getLogger(ScanJob.class.getName());

    private final PipelineServices services;
    private final ScanRequest request;
    private final Page page;
    private final Display display;
    private final StagePace pace = new StagePace();
    private final AtomicBoolean isTelling = new AtomicBoolean();

    ScanJob(PipelineServices services, ScanRequest request, Display display, Page page) {
        super("Looking through images");
        this.services = Objects.requireNonNull(services);
        this.request = Objects.requireNonNull(request);
        this.display = Objects.requireNonNull(display);
        this.page = Objects.requireNonNull(page);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            ImportPlan plan = services.importScan().run(request, progress -> tell(progress, monitor), monitor);
            onUiThread(monitor, () -> page.scanned(plan));
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (GlomeraException e) {
            LOG.log(Level.INFO, "Folders could not be looked through.", e);
            onUiThread(monitor, () -> page.failed(e.getMessage()));
            return Status.OK_STATUS;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Folders could not be looked through.", e);
            onUiThread(monitor, () -> page.failed("The folder could not be looked through because of a defect of the"
                    + " program; the error log holds the details."));
            return Status.OK_STATUS;
        }
    }

    /** One line at a time waits for the UI thread; those between are dropped. */
    private void tell(StageProgress progress, IProgressMonitor monitor) {
        Optional<Duration> left = pace.timeLeft(progress, System.nanoTime());
        if (isTelling.compareAndSet(false, true)) {
            String words = progress.detail() + left.map(time -> ", " + TimeLeft.inWords(time) + " left")
                    .orElse("");
            onUiThread(monitor, () -> page.scanning(progress.share(), words));
            if (!display.isDisposed()) {
                display.asyncExec(() -> isTelling.set(false));
            }
        }
    }

    private void onUiThread(IProgressMonitor monitor, Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!monitor.isCanceled()) {
                    news.run();
                }
            });
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == ScanJob.class;
    }
}

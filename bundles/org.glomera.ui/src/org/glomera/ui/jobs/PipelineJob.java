package org.glomera.ui.jobs;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.MultiRule;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IProgressConstants;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.PipelineService;
import org.glomera.pipeline.StageListener;

/**
 * A call of a pipeline service in the background. The Progress view shows step, detail and time left while it runs, and
 * afterwards in a sentence how it ended, until it is removed there. It can be cancelled; a service answers within a
 * second. Jobs that write in one study, and jobs that need the engine, wait for each other. What goes wrong is said
 * once, in a dialog without a stack trace, and logged once.
 *
 * <pre>{@code
 * PipelineJob.of("Importing 'Lutate'", services.importing(), request)
 *         .writing(request.studyFolder())
 *         .saying(report -> report.imported() + " cases were read.")
 *         .then(report -> OpenStudies.ofWorkbench().open(request.studyFolder()))
 *         .start();
 * }</pre>
 *
 * @param <R> what the service gives
 */
public final class PipelineJob<R> extends Job {

    private static final System.Logger LOG = System.getLogger(PipelineJob.class.getName());
    private static final String BUNDLE = "org.glomera.ui";

    /** A call of a service. */
    @FunctionalInterface
    public interface Work<R> {

        /**
         * Does the work, on the job's thread.
         *
         * @param listener told what goes on
         * @param monitor asked whether to stop; its progress is not shown
         * @throws GlomeraException with a sentence for the user
         */
        R run(StageListener listener, IProgressMonitor monitor) throws GlomeraException;
    }

    private final Work<R> work;
    private final List<ISchedulingRule> rules = new ArrayList<>();
    private Function<R, String> sentence = result -> "Done.";
    private Consumer<R> next = result -> {
    };
    private Consumer<GlomeraException> onFailure = this::showFailure;
    private Path study;
    private volatile R result;

    private PipelineJob(String title, Work<R> work) {
        super(title);
        this.work = Objects.requireNonNull(work);
        setPriority(LONG);
        setProperty(IProgressConstants.KEEP_PROPERTY, true);
        setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, true);
    }

    /** A job for any work; the title names what is worked on. */
    public static <R> PipelineJob<R> of(String title, Work<R> work) {
        return new PipelineJob<>(title, work);
    }

    /** A job for one call of a service; the title names what is worked on. */
    public static <Q, R> PipelineJob<R> of(String title, PipelineService<Q, R> service, Q request) {
        return new PipelineJob<>(title, (listener, monitor) -> service.run(request, listener, monitor));
    }

    /** The job writes in a study: it waits while another job of this window does. */
    public PipelineJob<R> writing(Path studyRoot) {
        study = studyRoot.toAbsolutePath().normalize();
        rules.add(new WorkRule.OfStudy(study));
        return this;
    }

    /** The job trains or applies a network: it waits while another job of this window does. */
    public PipelineJob<R> usingEngine() {
        rules.add(new WorkRule.OfEngine());
        return this;
    }

    /** The sentence that the Progress view shows afterwards. */
    public PipelineJob<R> saying(Function<R, String> words) {
        sentence = Objects.requireNonNull(words);
        return this;
    }

    /** What is done afterwards on the UI thread, when the work succeeded and the window is still there. */
    public PipelineJob<R> then(Consumer<R> action) {
        next = Objects.requireNonNull(action);
        return this;
    }

    /** What is done on the UI thread instead of showing a dialog when the work fails. */
    public PipelineJob<R> orElse(Consumer<GlomeraException> action) {
        onFailure = Objects.requireNonNull(action);
        return this;
    }

    /** The icon in the Progress view. */
    public PipelineJob<R> icon(ImageDescriptor icon) {
        setProperty(IProgressConstants.ICON_PROPERTY, icon);
        return this;
    }

    /** The Progress view forgets the job when it ends: one that only prepares what comes next. */
    public PipelineJob<R> notKept() {
        setProperty(IProgressConstants.KEEP_PROPERTY, null);
        setSystem(true);
        return this;
    }

    /** A link in the Progress view, which is shown while the work runs and afterwards. */
    public PipelineJob<R> link(String tooltip, Runnable open) {
        Action action = new Action(tooltip) {
            @Override
            public void run() {
                open.run();
            }
        };
        action.setToolTipText(tooltip);
        setProperty(IProgressConstants.ACTION_PROPERTY, action);
        return this;
    }

    /** Starts the job; it waits for those that hold what it needs. */
    public PipelineJob<R> start() {
        setRule(MultiRule.combine(rules.toArray(ISchedulingRule[]::new)));
        schedule();
        return this;
    }

    /** What the work gave; empty while it runs and when it did not succeed. */
    public Optional<R> result() {
        return Optional.ofNullable(result);
    }

    /** The study that the job writes in. */
    public Optional<Path> study() {
        return Optional.ofNullable(study);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            R made = work.run(new ProgressTeller(monitor, System::nanoTime),
                    cancelOnly(monitor));
            result = made;
            onUiThread(() -> next.accept(made));
            return new Status(IStatus.OK, BUNDLE, sentence.apply(made));
        } catch (OperationCanceledException e) {
            LOG.log(Level.DEBUG, "Work was cancelled by the user.", e);
            return new Status(IStatus.CANCEL, BUNDLE, "Cancelled; what was done is kept.");
        } catch (GlomeraException e) {
            return failed(e);
        } catch (OutOfMemoryError e) {
            return failed(new GlomeraException(Kind.RESOURCES, "The memory of the Java machine ("
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB) is not enough for this. Start the workbench with"
                    + " more of it, for instance GLOMERA_HEAP=12g ./glomera.", e));
        } catch (RuntimeException e) {
            return failed(new GlomeraException(Kind.COMPUTATION, "'" + getName() + "' ended because of a defect of the"
                    + " program; the error log holds the details.", e));
        } finally {
            monitor.done();
        }
    }

    /** The progress that is shown is the listener's. */
    private static IProgressMonitor cancelOnly(IProgressMonitor shown) {
        return new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                return super.isCanceled() || shown.isCanceled();
            }
        };
    }

    /** The platform logs the status with its exception, once. */
    private IStatus failed(GlomeraException failure) {
        onUiThread(() -> onFailure.accept(failure));
        return new Status(IStatus.ERROR, BUNDLE, failure.getMessage(), failure);
    }

    private void showFailure(GlomeraException failure) {
        Shell shell = PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
        MessageDialog.openError(shell, getName(), failure.getMessage());
    }

    private static void onUiThread(Runnable task) {
        Display display = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getDisplay() : null;
        if (display != null && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                    task.run();
                }
            });
        }
    }

    /** The jobs of this window that run or wait are found by this class, and by the folder of their study. */
    @Override
    public boolean belongsTo(Object family) {
        return family == PipelineJob.class || study != null && study.equals(family);
    }
}

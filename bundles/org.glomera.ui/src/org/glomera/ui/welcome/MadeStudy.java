package org.glomera.ui.welcome;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.glomera.pipeline.SampleCohortRequest;
import org.glomera.pipeline.StudyRequest;
import org.glomera.pipeline.StudyResult;
import org.glomera.pipeline.preset.Presets;
import org.glomera.ui.Images;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.preferences.Settings;

/**
 * A study that the workbench makes by itself: the sample cohort, or the demo. It lies in the folder for new studies,
 * is made once, and opened after that. Only on the UI thread, but for {@link #folder()} and {@link #isThere()}.
 */
public final class MadeStudy {

    /** 15 phantom patients, measured with the networks that come with the program. */
    public static final MadeStudy SAMPLE_COHORT = new MadeStudy("sample-cohort", "Making the sample cohort", "cohort",
            folder -> (listener, monitor) -> Settings.ofWorkbench().services().sampleCohort().run(
                    SampleCohortRequest.ofProgram(folder), listener, monitor));
    /** The whole three-network study with its trainings. */
    public static final MadeStudy DEMO = new MadeStudy("demo-study", "Running the demo study", "study",
            folder -> (listener, monitor) -> Settings.ofWorkbench().services().study().run(
                    StudyRequest.ofPhantoms(folder, Presets.load("demo")), listener, monitor));

    /** Makes the work of a job for a folder. */
    @FunctionalInterface
    interface Maker {
        PipelineJob.Work<StudyResult> in(Path folder);
    }

    private static final System.Logger LOG = System.getLogger(MadeStudy.class.getName());
    private static final String PROGRESS = "org.eclipse.ui.views.ProgressView";

    private final Supplier<Path> folder;
    private final String title;
    private final String icon;
    private final Maker maker;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private StudyWork work;
    private PipelineJob<StudyResult> job;

    private MadeStudy(String name, String title, String icon, Maker maker) {
        this(() -> Settings.ofWorkbench().newStudiesFolder().resolve(name), title, icon, maker);
    }

    MadeStudy(Supplier<Path> folder, String title, String icon, Maker maker) {
        this.folder = folder;
        this.title = title;
        this.icon = icon;
        this.maker = maker;
    }

    /** Where it lies, or will. */
    public Path folder() {
        return folder.get().toAbsolutePath().normalize();
    }

    /** Whether all of it is there. */
    public boolean isThere() {
        return SampleCohortRequest.isThere(folder());
    }

    /** How far the making is; empty while it is not made. */
    Optional<StudyWork> work() {
        boolean isGoingOn = job != null && job.getState() != Job.NONE;
        return isGoingOn ? Optional.of(work) : Optional.empty();
    }

    /** Opens the study with its comparison; makes it first where it is not there. */
    public void openOrMake(IWorkbenchWindow window) {
        if (isThere()) {
            Steps.openComparison(window, folder());
        } else {
            make(window);
        }
    }

    /** Makes the study in the background and opens it when the user is still here; one that is being made is left. */
    void make(IWorkbenchWindow window) {
        if (work().isPresent()) {
            return;
        }
        Path where = folder();
        PipelineJob.Work<StudyResult> made = maker.in(where);
        job = PipelineJob.of(title, (listener, monitor) -> {
            work = new StudyWork(listener, System::nanoTime);
            return made.run(work, monitor);
        });
        work = new StudyWork(progress -> {
        }, System::nanoTime);
        job.writing(where).usingEngine().icon(Images.descriptor(icon))
                .link("Open the study", () -> Steps.openComparison(window(window), where))
                .saying(result -> "Made in " + where + ". " + result.verdict())
                .then(result -> {
                    Steps.openComparison(window(window), where);
                    tell();
                }).start();
        show(window, PROGRESS);
        if (this == SAMPLE_COHORT) {
            show(window, FirstStepsView.ID);
        }
        tell();
    }

    /** Stops the making; what is done is kept and taken up again by the next call. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /** Adds a listener that is told on the UI thread when the making begins and when it ended well. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Brings a view to the front of its place; the keyboard stays where it is. */
    private static void show(IWorkbenchWindow window, String view) {
        try {
            window.getActivePage().showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            LOG.log(Level.WARNING, "The view '" + view + "' could not be shown.", e);
        }
    }

    /** The window in which it was begun, or another one when that was closed. */
    private static IWorkbenchWindow window(IWorkbenchWindow begun) {
        return begun.getShell() != null && !begun.getShell().isDisposed() ? begun
                : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }
}

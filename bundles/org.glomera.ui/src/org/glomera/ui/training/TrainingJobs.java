package org.glomera.ui.training;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.glomera.core.GlomeraException;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.TrainingReport;
import org.glomera.pipeline.TrainingRequest;
import org.glomera.pipeline.TrainingRequest.Afterwards;
import org.glomera.pipeline.TrainingRequest.Task;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.RunInfo;
import org.glomera.ui.Images;
import org.glomera.ui.Texts;
import org.glomera.ui.comparison.ComparisonEditor;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.ItemInput.Kind;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.run.RunEditor;
import org.glomera.ui.studies.OpenStudies;

/** Starts trainings in the background. The first run is shown when its training begins. Only on the UI thread. */
public final class TrainingJobs {

    private static final System.Logger LOG = System.getLogger(TrainingJobs.class.getName());

    private final PipelineServices services;
    private final IWorkbenchPage page;

    /**
     * Makes one for a window.
     *
     * @param page shows runs and results
     */
    public TrainingJobs(PipelineServices services, IWorkbenchPage page) {
        this.services = Objects.requireNonNull(services);
        this.page = Objects.requireNonNull(page);
    }

    /** Starts a training; it waits for others of this window that need the engine or the study. */
    public PipelineJob<TrainingReport> start(TrainingRequest request) {
        Path root = request.studyFolder();
        String first = request.tasks().get(0).network().runs().get(0).runName();
        AtomicBoolean shown = new AtomicBoolean();
        Optional<String> experiment = request.afterwards().map(Afterwards::experiment);
        return PipelineJob.of(title(request), (listener, monitor) -> services.training().run(request, progress -> {
            listener.progress(progress);
            if (progress.stage() == Stage.TRAIN && progress.share() > 0 && shown.compareAndSet(false, true)) {
                later(() -> show(Kind.RUN, root, first));
            }
        }, monitor)).writing(root).usingEngine().icon(Images.descriptor("run")).saying(report -> sentence(report, experiment))
                .link("Show the results", () -> experiment.filter(name -> isThere(root, name)).ifPresentOrElse(
                        name -> show(Kind.EXPERIMENT, root, name), () -> show(Kind.RUN, root, first)))
                .then(report -> OpenStudies.ofWorkbench().refresh()).start();
    }

    /**
     * Resumes a run to its planned last epoch with the settings that it was begun with.
     *
     * @throws GlomeraException when the run keeps no settings
     */
    public PipelineJob<TrainingReport> resume(Path root, RunInfo run) throws GlomeraException {
        return start(new TrainingRequest(root, List.of(new Task(Presets.ofRun(run), run.preset(), false)),
                Optional.empty()));
    }

    private static String title(TrainingRequest request) {
        List<String> names = request.tasks().stream().map(task -> task.network().name()).toList();
        return "Training " + (names.size() == 1 ? names.get(0) : names.size() + " networks") + " in '"
                + request.studyFolder().getFileName() + "'";
    }

    private static String sentence(TrainingReport report, Optional<String> experiment) {
        List<String> parts = report.trained().stream().map(TrainingJobs::words).toList();
        return String.join("; ", parts) + experiment.map(name -> "; measured in experiment " + name).orElse("") + ".";
    }

    private static String words(TrainResult result) {
        return result.run() + (result.keptEarly() ? ": stopped on purpose after " + result.epochs() + " of "
                + result.epochsPlanned() + " epochs" : ": " + Texts.count(result.epochs(), "epoch", "epochs")) + ", Dice "
                + Texts.number(result.testDice(), 3) + " on the test cases";
    }

    private static boolean isThere(Path root, String experiment) {
        return OpenStudies.ofWorkbench().studies().stream().filter(study -> study.root().equals(root))
                .flatMap(study -> study.children().stream()).flatMap(group -> group.children().stream())
                .anyMatch(line -> line.key().equals(root + "/experiment/" + experiment));
    }

    private void show(Kind kind, Path root, String name) {
        try {
            page.openEditor(new ItemInput(kind, root, name), kind == Kind.RUN ? RunEditor.ID : ComparisonEditor.ID,
                    true);
        } catch (PartInitException e) {
            LOG.log(Level.WARNING, "'" + name + "' could not be shown.", e);
        }
    }

    private static void later(Runnable task) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                    task.run();
                }
            });
        }
    }
}

package org.glomera.ui.bench;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.ui.IWorkbenchPage;
import org.glomera.pipeline.TrainRequest;
import org.glomera.pipeline.TrainResult;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.StudyFolder;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.preferences.Settings;
import org.glomera.ui.run.RunEditor;
import org.glomera.ui.studies.OpenStudies;

/** The steps that measure how long the UI thread lets others wait. */
final class PauseSteps {

    private static final int IDLE_MS = 5_000;
    private static final int AFTER_OPENING_MS = 4_000;
    private static final int TRAINING_MS = 20_000;
    private static final int MANY_EPOCHS = 1_000;
    private static final int LINES_OF_COHORT = 4;

    private PauseSteps() {
    }

    private static void tell(String when, PauseProbe probe, List<Measured> results) {
        results.add(new Measured("longest pause of the window, " + when, probe.longestMs(), "ms"));
        results.add(new Measured("99 of 100 pauses at most, " + when, probe.percentile99Ms(), "ms"));
    }

    /** Nothing goes on. */
    static void idle(Window window, Path folder, List<Measured> results) throws InterruptedException {
        try (PauseProbe probe = new PauseProbe(window.display())) {
            Thread.sleep(IDLE_MS);
            tell("idle", probe, results);
        }
    }

    /** A study of 77 cases is opened, until a while after its lines are there. */
    static void open(Window window, Path folder, List<Measured> results) throws Exception {
        int before = window.call(Window::linesOfExplorer);
        try (PauseProbe probe = new PauseProbe(window.display())) {
            OpenStudies.ofWorkbench().open(folder.resolve("cohort"));
            window.waitFor("the lines of the cohort", 30, () -> Window.linesOfExplorer() >= before + LINES_OF_COHORT);
            Thread.sleep(AFTER_OPENING_MS);
            tell("while a study of 77 cases is opened", probe, results);
        }
    }

    /** A training runs, with its editor open, and the study's files are followed. */
    static void train(Window window, Path folder, List<Measured> results) throws Exception {
        Path root = folder.resolve("training");
        OpenStudies.ofWorkbench().open(root);
        NetworkPreset network = Presets.load("demo").networks().get(0);
        TrainRequest request = new TrainRequest(root,
                network.withTraining(network.training().withEpochs(MANY_EPOCHS)), "bench", true);
        PipelineJob<TrainResult> job = PipelineJob.of("Training for the benchmark",
                Settings.ofWorkbench().services().train(), request).writing(root).usingEngine().start();
        window.waitFor("the first epoch", 150, () -> job.getResult() != null
                || StudyFolder.open(root).runs().contains(network.name())
                        && !StudyFolder.open(root).readCurve(network.name()).points().isEmpty());
        window.call(() -> {
            IWorkbenchPage page = Window.page();
            return page.openEditor(new ItemInput(ItemInput.Kind.RUN, root, network.name()), RunEditor.ID);
        });
        Thread.sleep(AFTER_OPENING_MS);
        try (PauseProbe probe = new PauseProbe(window.display())) {
            Thread.sleep(TRAINING_MS);
            if (job.getResult() != null) {
                throw new IllegalStateException("the training ended: " + job.getResult().getMessage());
            }
            tell("while a network is trained", probe, results);
        } finally {
            job.cancel();
            job.join();
        }
    }
}

package org.glomera.ui.training;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.glomera.pipeline.PipelineServices;
import org.glomera.pipeline.TrainingRequest;
import org.glomera.pipeline.TrainingRequest.Task;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;
import org.glomera.study.RunInfo;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Workbench;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.jobs.WorkAtClosing;
import org.glomera.ui.model.StudyNode.Study;
import org.glomera.ui.run.RunEditor;
import org.glomera.ui.studies.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard and the jobs that it starts, in the workbench, on a study of five small cases and a stand-in engine. */
class TrainingWizardTest {

    @TempDir
    Path folder;

    private final SlowEngine engine = new SlowEngine();
    private StudyFolder study;
    private TrainingWizard wizard;
    private WizardDialog dialog;

    @BeforeEach
    void openStudy() throws Exception {
        study = TrainableStudy.write(folder.resolve("study"));
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("Trainable");
    }

    @AfterEach
    void closeEverything() throws InterruptedException {
        onUiThread(() -> {
            if (dialog != null && dialog.getShell() != null) {
                dialog.close();
            }
            return null;
        });
        WorkAtClosing.running().forEach(Job::cancel);
        waitUntil(() -> WorkAtClosing.running().isEmpty(), () -> WorkAtClosing.running().toString());
        Workbench.closeEverything();
    }

    private static NetworkPreset small(int epochs) throws Exception {
        NetworkPreset demo = Presets.load("demo").networks().get(0);
        return demo.withSize(2, 1, List.of(4, 6, 8)).withTraining(demo.training().withEpochs(epochs));
    }

    private PipelineJob<?> start(int epochs) throws Exception {
        TrainingRequest request = new TrainingRequest(study.root(), List.of(new Task(small(epochs), "small", false)),
                Optional.empty());
        return onUiThread(() -> new TrainingJobs(engine.services(), Workbench.page()).start(request));
    }

    private RunInfo run() throws Exception {
        return study.readRun("network1");
    }

    private void waitForEpoch(int epoch) throws InterruptedException {
        waitUntil(() -> study.runs().contains("network1") && run().epochsDone() >= epoch, () -> engine.steps.toString());
    }

    private void openWizard() {
        onUiThread(() -> {
            List<Study> studies = OpenStudies.ofWorkbench().studies().stream().map(Study.class::cast).toList();
            wizard = new TrainingWizard(engine.services(), Workbench.page(), studies, studies.get(0), "");
            dialog = new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard);
            dialog.setBlockOnOpen(false);
            dialog.open();
            return null;
        });
    }

    private void waitForPage(boolean complete) throws InterruptedException {
        waitUntil(() -> dialog.getCurrentPage().isPageComplete() == complete,
                () -> dialog.getCurrentPage().getName() + ": " + dialog.getCurrentPage().getErrorMessage());
    }

    private void next() {
        onUiThread(() -> {
            dialog.showPage(dialog.getCurrentPage().getNextPage());
            return null;
        });
    }

    private void type(NetworkField field, String value) {
        onUiThread(() -> {
            for (Control control : all((Composite) dialog.getCurrentPage().getControl())) {
                if (control instanceof Text text && control.getData() == field) {
                    text.setText(value);
                }
            }
            return null;
        });
    }

    private static List<Control> all(Composite parent) {
        List<Control> all = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            all.add(child);
            if (child instanceof Composite composite) {
                all.addAll(all(composite));
            }
        }
        return all;
    }

    private List<Table> tables() {
        return all((Composite) dialog.getCurrentPage().getControl()).stream().filter(Table.class::isInstance)
                .map(Table.class::cast).toList();
    }

    private static String row(TableItem item) {
        return String.join("|", Arrays.stream(item.getParent().getColumns())
                .map(column -> item.getText(item.getParent().indexOf(column))).toList());
    }

    private String error() {
        return onUiThread(() -> String.valueOf(dialog.getCurrentPage().getErrorMessage()));
    }

    @Test
    void wizard_checksWhatIsTyped_saysWhatItTakes_andTrains() throws Exception {
        openWizard();
        waitForPage(true);
        onUiThread(() -> {
            assertFalse(dialog.getCurrentPage().getWizard().canFinish(), "only from the summary");
            wizard.plan().drafts().subList(1, 3).forEach(draft -> draft.choose(false));
            return null;
        });
        next();
        type(NetworkField.LEARNING_RATE, "fast");
        waitForPage(false);
        assertTrue(error().contains("Learning rate: 'fast' is no number"), error());
        type(NetworkField.LEARNING_RATE, "0.01");
        type(NetworkField.LEVELS, "1");
        type(NetworkField.FILTERS, "2");
        type(NetworkField.EPOCHS, "2");
        type(NetworkField.SIZE_X, "5");
        assertTrue(error().contains("no multiple of 2"), error());
        type(NetworkField.SIZE_X, "4");
        type(NetworkField.SIZE_Y, "6");
        type(NetworkField.SIZE_Z, "8");
        waitForPage(true);
        next();
        waitForPage(true);
        waitUntil(() -> !row(tables().get(0).getItem(0)).contains("\u2026"), () -> row(tables().get(0).getItem(0)));
        String network = onUiThread(() -> row(tables().get(0).getItem(0)));
        // t3 has no SPECT: 2 training cases, 2 test cases, 1 left out
        assertTrue(network.startsWith("network1|new|2|2|1|"), network);
        assertTrue(network.contains("about"), network);
        assertEquals("t3|training|all|The case has no SPECT and no delineation of the kidneys on the SPECT.",
                onUiThread(() -> row(tables().get(1).getItem(0))));
        onUiThread(() -> {
            wizard.plan().evaluates(false);
            assertTrue(wizard.canFinish());
            assertTrue(wizard.performFinish());
            dialog.close();
            return null;
        });
        waitUntil(() -> study.runs().contains("network1") && run().state() == RunState.FINISHED,
                () -> WorkAtClosing.running().toString());
        assertEquals("demo (changed)", run().preset());
        assertEquals(0.01, Presets.ofRun(run()).training().learningRate());
        waitUntil(() -> Workbench.page().getActiveEditor() instanceof RunEditor, () -> "the run is not shown");
    }

    @Test
    void studyWithoutCasesForTheNetwork_cannotBeTrained() throws Exception {
        for (String id : List.of("t1", "t2")) {
            Files.delete(study.caseFolder(id).resolve("case.json"));
        }
        openWizard();
        waitForPage(true);
        onUiThread(() -> {
            wizard.plan().drafts().subList(1, 3).forEach(draft -> draft.choose(false));
            return null;
        });
        next();
        waitForPage(true);
        next();
        waitUntil(() -> dialog.getCurrentPage().getErrorMessage() != null, () -> "no sentence");
        assertTrue(error().contains("no training case") && error().contains("t3"), error());
        assertFalse(onUiThread(() -> wizard.canFinish()));
    }

    @Test
    void cancelledTraining_isStoppedWithinASecondAndResumedToTheEnd() throws Exception {
        engine.stepMs = 100;
        PipelineJob<?> job = start(30);
        waitForEpoch(1);
        job.cancel();
        assertTrue(job.join(5000, null));
        assertEquals(IStatus.CANCEL, job.getResult().getSeverity());
        assertEquals(RunState.STOPPED, run().state());
        int done = run().epochsDone();
        engine.stepMs = 0;
        engine.steps.set(0);
        RunInfo stopped = run();
        onUiThread(() -> new TrainingJobs(engine.services(), Workbench.page()).resume(study.root(), stopped));
        waitUntil(() -> run().state() == RunState.FINISHED, () -> "still " + run().state());
        assertEquals(30, run().epochsDone());
        // two training images, a batch of one: two steps an epoch
        assertEquals(2 * (30 - done), engine.steps.get());
    }

    @Test
    void stopNowAndKeep_endsWithTheLastFinishedEpochAndSaysSo() throws Exception {
        engine.stepMs = 100;
        PipelineJob<?> job = start(30);
        waitForEpoch(2);
        PipelineServices.stopAndKeep(study.root(), "network1");
        assertTrue(job.join(5000, null));
        assertTrue(job.getResult().isOK(), job.getResult().getMessage());
        assertTrue(job.getResult().getMessage().contains("stopped on purpose after"), job.getResult().getMessage());
        assertTrue(run().keptEarly());
        assertTrue(run().epochsDone() >= 2 && run().epochsDone() < 30);
    }

    @Test
    void secondTraining_waitsForTheFirst() throws Exception {
        engine.stepMs = 100;
        PipelineJob<?> first = start(30);
        waitForEpoch(1);
        PipelineJob<?> second = start(30);
        assertEquals(Job.RUNNING, first.getState());
        assertEquals(Job.WAITING, second.getState());
        assertEquals(2, WorkAtClosing.running().size());
    }

    @Test
    void studyThatAnotherProgramWrites_isRefusedInWords() throws Exception {
        List<String> said = new ArrayList<>();
        try (var lock = study.lock()) {
            assertTrue(lock != null);
            PipelineJob<?> job = onUiThread(() -> PipelineJob.of("Training", engine.services().training(),
                    new TrainingRequest(study.root(), List.of(new Task(small(2), "small", false)), Optional.empty()))
                    .writing(study.root()).orElse(failure -> said.add(failure.getMessage())).start());
            assertTrue(job.join(10_000, null));
        }
        waitUntil(() -> !said.isEmpty(), () -> "nothing said");
        assertTrue(said.get(0).contains("another task"), said.get(0));
    }

    @Test
    void startPage_listsTheNetworksOfAPresetWithCheckBoxes() throws Exception {
        openWizard();
        waitForPage(true);
        List<String> rows = onUiThread(() -> Arrays.stream(tables().get(0).getItems()).map(TrainingWizardTest::row).toList());
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).contains("SPECT and CT"), rows.get(0));
        long radios = onUiThread(() -> all((Composite) dialog.getCurrentPage().getControl()).stream()
                .filter(control -> control instanceof Button button && button.getSelection()).count());
        assertEquals(1, radios);
    }
}

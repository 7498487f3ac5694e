package org.glomera.ui.welcome;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.page;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorPart;
import org.glomera.core.Kidneys;
import org.glomera.core.Side;
import org.glomera.pipeline.Stage;
import org.glomera.pipeline.StageProgress;
import org.glomera.samples.ReferenceStudy;
import org.glomera.study.CaseResult;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.Role;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.ui.CaseSelection;
import org.glomera.ui.Commands;
import org.glomera.ui.Samples;
import org.glomera.ui.Workbench;
import org.glomera.ui.comparison.ComparisonEditor;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.preferences.Setting;
import org.glomera.ui.viewer.SliceEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The welcome page as a newcomer uses it; new studies are made in a folder of the test. */
class WelcomeEditorTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void newStudiesGoIntoTheFolder() {
        InstanceScope.INSTANCE.getNode("org.glomera.ui").put(Setting.NEW_STUDIES.key(), folder.toString());
    }

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
        InstanceScope.INSTANCE.getNode("org.glomera.ui").remove(Setting.NEW_STUDIES.key());
    }

    private static WelcomeEditor open() {
        return onUiThread(() -> (WelcomeEditor) page().openEditor(WelcomeInput.INSTANCE, WelcomeEditor.ID));
    }

    private static List<Card> cards(Composite parent) {
        List<Card> cards = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (child instanceof Card card) {
                cards.add(card);
            } else if (child instanceof Composite inner) {
                cards.addAll(cards(inner));
            }
        }
        return cards;
    }

    private static void click(Card card) {
        Event event = new Event();
        event.button = 1;
        event.x = 5;
        event.y = 5;
        card.notifyListeners(SWT.MouseUp, event);
    }

    private static IEditorPart active() {
        return page().getActiveEditor();
    }

    /**
     * What the sample cohort looks like when it was made, with cases e1 and e2: the network measures 4 % too much in the
     * right kidney of e1, and 9 % too little in the left kidney of e2.
     */
    private StudyFolder madeCohort() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("sample-cohort"), "Sample cohort");
        study.writeCase(Samples.info("e1", Role.TEST));
        study.writeCase(Samples.info("e2", Role.TEST));
        Samples.addTrainedRun(study, "network1", RunState.FINISHED, 40);
        study.writeCaseResults("comparison", List.of(row("e1", Side.RIGHT, 104), row("e1", Side.LEFT, 101),
                row("e2", Side.RIGHT, 102), row("e2", Side.LEFT, 91)));
        study.writeExperiment(new ExperimentInfo("comparison", "Sample cohort", List.of("network1"),
                List.of("e1", "e2"), List.of(), Map.of(), Samples.NOON, List.of(), ExperimentInfo.BQ_PER_ML));
        Files.writeString(study.experimentFolder("comparison").resolve("report.html"), "<html></html>");
        return study;
    }

    private static CaseResult row(String id, Side side, double automatic) {
        return new CaseResult("network1", id, Kidneys.of(side), 100, automatic, automatic - 100, 0.9, 150, 150, Map.of());
    }

    private static String selectedCase() {
        return page().getSelection() instanceof IStructuredSelection lines
                && lines.getFirstElement() instanceof CaseSelection chosen ? chosen.caseId() : "";
    }

    @Test
    void everyEntry_runsACommandThatIsDefined() {
        List<Card> cards = onUiThread(() -> cards(open().page()));
        List<String> commands = onUiThread(() -> cards.stream().map(card -> (String) card.getData()).toList());
        assertTrue(commands.containsAll(List.of(Commands.OPEN_SAMPLE, Commands.DEMO_STUDY, Commands.OPEN_STUDY)),
                commands.toString());
        for (String command : commands) {
            assertTrue(onUiThread(() -> Commands.isDefined(command)), command);
        }
    }

    @Test
    void aClickOnTheReferenceStudy_opensItsExperiment() throws Exception {
        WelcomeEditor editor = open();
        onUiThread(() -> {
            click(cards(editor.page()).stream().filter(card -> Commands.OPEN_SAMPLE.equals(card.getData())).findFirst()
                    .orElseThrow());
            return null;
        });
        waitUntil(() -> active() instanceof ComparisonEditor shown
                && ((ItemInput) shown.getEditorInput()).getName().equals(ReferenceStudy.EXPERIMENT),
                () -> "the active editor is " + active());
    }

    @Test
    void beforeItIsMade_theSampleCohortOffersNeitherProgressNorWays() {
        WelcomeEditor editor = open();
        assertFalse(onUiThread(() -> editor.sample().showsProgress() || editor.sample().showsWays()));
    }

    @Test
    void onceItIsMade_oneCommandOpensItsComparisonWithTheFirstCaseSelected() throws Exception {
        madeCohort();
        WelcomeEditor editor = open();
        assertTrue(onUiThread(() -> editor.sample().showsWays()));
        onUiThread(() -> {
            Commands.run(Commands.SAMPLE_COHORT);
            return null;
        });
        waitUntil(() -> active() instanceof ComparisonEditor && selectedCase().equals("e1"),
                () -> active() + ", case '" + selectedCase() + "'");
    }

    @Test
    void theSteps_findTheirWayFromWhateverIsActive() throws Exception {
        madeCohort();
        open();
        step(FirstStep.CASE);
        waitUntil(() -> selectedCase().equals("e2"), () -> active() + ", case '" + selectedCase() + "'");
        open();
        step(FirstStep.SLICES);
        waitUntil(() -> active() instanceof SliceEditor viewer && viewer.getTitle().contains("e2"),
                () -> "the active editor is " + (active() == null ? "none" : active().getTitle()));
        step(FirstStep.COMPARISON);
        waitUntil(() -> active() instanceof ComparisonEditor, () -> "the active editor is " + active());
    }

    private static void step(FirstStep step) {
        onUiThread(() -> {
            step.run(page().getWorkbenchWindow());
            return null;
        });
    }

    @Test
    void whileAStudyIsMade_itSaysHowFarItIsUntilItIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        MadeStudy study = new MadeStudy(() -> folder.resolve("own"), "Making a study", "study", where ->
                (listener, monitor) -> {
                    listener.progress(new StageProgress(Stage.IMPORT, "", 2, 8, "Patient TE004, 4 of 15", 0.25, 0.4));
                    begun.countDown();
                    while (!monitor.isCanceled()) {
                        Thread.onSpinWait();
                    }
                    throw new OperationCanceledException();
                });
        onUiThread(() -> {
            study.openOrMake(page().getWorkbenchWindow());
            return null;
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        StudyWork work = onUiThread(() -> study.work().orElseThrow());
        assertEquals(0.4, work.share());
        assertEquals("Patient TE004, 4 of 15", work.detail());
        assertTrue(work.step().startsWith("Reading the cohort"), work.step());
        onUiThread(() -> {
            study.cancel();
            return null;
        });
        waitUntil(() -> study.work().isEmpty(), () -> "it is still being made");
        assertFalse(study.isThere());
    }
}

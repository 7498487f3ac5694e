package org.glomera.ui;

import static org.glomera.ui.Workbench.explorerLines;
import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.properties;
import static org.glomera.ui.Workbench.select;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.comparison.ComparisonEditor;
import org.glomera.ui.editor.FigurePane;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.ItemInput.Kind;
import org.glomera.ui.explorer.StudyExplorer;
import org.glomera.ui.run.RunEditor;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.welcome.WelcomeInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench of the product as its user meets it. */
class WorkbenchTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    @Test
    void workbench_opensWithExplorerPropertiesAndProgress() {
        onUiThread(() -> {
            IWorkbenchPage page = Workbench.page();
            assertEquals(StudyPerspective.ID, page.getPerspective().getId());
            assertNotNull(page.findViewReference(StudyExplorer.ID), "explorer");
            assertNotNull(page.findViewReference(IPageLayout.ID_PROP_SHEET), "properties");
            assertNotNull(page.findViewReference("org.eclipse.ui.views.ProgressView"), "progress");
            return null;
        });
    }

    @Test
    void explorer_showsCasesByCohort_runsAndExperiments() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        Samples.addRun(study, "hybrid");
        Samples.addExperiment(study, "first");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("One network");
        List<String> lines = onUiThread(Workbench::explorerLines);
        assertTrue(lines.get(0).startsWith("Lutate"), lines.get(0));
        assertEquals(List.of("  Training cases  1", "    t1  SPECT/CT", "  Test cases  1", "    e1  SPECT/CT",
                "  Excluded cases  1", "    t2  The left kidney was not delineated. (hybrid)", "  Runs  1",
                "    Network hybrid  Dice 0.725, stopped at epoch 3 of 100", "  Experiments  1",
                "    One network  1 network, 1 case"), lines.subList(1, lines.size()));
    }

    @Test
    void explorer_followsTheFiles_andKeepsTheSelection() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("Test cases  1");
        select(study.root() + "/TEST/e1");
        study.writeCase(Samples.info("e2", Role.TEST));
        waitForLine("Test cases  2");
        onUiThread(() -> {
            assertEquals("e1  SPECT/CT", Workbench.explorer().getTree().getSelection()[0].getText());
            return null;
        });
    }

    @Test
    void properties_ofACase_showSpacingAndKidneyVolumes() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        Samples.addCaseWithImages(study, "p7");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("p7");
        select(study.root() + "/TRAINING/p7");
        // 240 and 80 voxels of 9.75 cubic millimetres are 2.34 and 0.78 ml
        List<String> expected = List.of("CT: Size = 10 \u00d7 8 \u00d7 4 voxels",
                "CT: Spacing = 1.50 \u00d7 2.00 \u00d7 3.25 mm",
                "CT: Field of view = 15.0 \u00d7 16.0 \u00d7 13.0 mm",
                "CT: First voxel (LPS) = -100.0, -50.0, 900.0 mm",
                "Kidney volumes: Right, drawn on CT = 2.3\u00a0ml", "Kidney volumes: Left, drawn on CT = 0.8\u00a0ml");
        waitUntil(() -> properties().containsAll(expected), () -> String.join("\n", properties()));
    }

    @Test
    void properties_ofACase_sayWhichImageCannotBeRead() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        Samples.addCaseWithImages(study, "p7");
        Files.writeString(study.root().resolve("cases/p7/ct.nii.gz"), "no image");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("p7");
        select(study.root() + "/TRAINING/p7");
        waitUntil(() -> properties().stream().anyMatch(line -> line.startsWith("CT: Problem = ")
                && line.contains("ct.nii.gz")), () -> String.join("\n", properties()));
        assertTrue(onUiThread(Workbench::properties).contains("Kidneys drawn on CT: Spacing = "
                + "1.50 \u00d7 2.00 \u00d7 3.25 mm"));
    }

    @Test
    void brokenStudy_isShownAsAMessage_andTheOtherWorks() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("study.json"), "{ \"format\": ");
        StudyFolder study = Samples.study(folder.resolve("good"), "Good");
        OpenStudies.ofWorkbench().open(broken);
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("e1");
        List<String> lines = onUiThread(Workbench::explorerLines);
        assertTrue(lines.get(0).startsWith("broken") && lines.get(0).contains("study.json"), lines.get(0));
        assertTrue(lines.get(1).startsWith("Good"), lines.get(1));
    }

    @Test
    void brokenStudy_isReadOnceItIsRepaired() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("study.json"), "{ \"format\": ");
        OpenStudies.ofWorkbench().open(broken);
        waitForLine("study.json");
        Files.copy(Samples.study(folder.resolve("good"), "Repaired").root().resolve("study.json"),
                broken.resolve("study.json"), StandardCopyOption.REPLACE_EXISTING);
        waitForLine("Repaired");
    }

    @Test
    void brokenCase_isShownInItsPlace_andTheOthersToo() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        Files.writeString(study.root().resolve("cases/t2/case.json"), "[]");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("Test cases  1");
        List<String> lines = onUiThread(Workbench::explorerLines);
        assertTrue(lines.contains("  Training cases  1"), () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  t2  ") && line.contains("case.json")),
                () -> String.join("\n", lines));
    }

    @Test
    void openCommand_showsTheComparisonOfAnExperiment() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        Samples.addExperiment(study, "first");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("One network");
        select(study.root() + "/experiment/first");
        onUiThread(() -> {
            Commands.run(Commands.OPEN);
            return null;
        });
        waitUntil(() -> !firstRow().isEmpty() && firstRow().get(0).equals("hybrid"), () -> String.valueOf(firstRow()));
        onUiThread(() -> {
            assertEquals(ComparisonEditor.ID, Workbench.page().getActiveEditor().getSite().getId());
            return null;
        });
    }

    @Test
    void openCommand_showsTheLearningCurveOfARun() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        Samples.addRun(study, "hybrid");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("Network hybrid");
        select(study.root() + "/run/hybrid");
        onUiThread(() -> {
            Commands.run(Commands.OPEN);
            return null;
        });
        waitUntil(() -> shown(FigurePane.class) != null && shown(FigurePane.class).drawing().isPresent(),
                () -> "the active editor is " + Workbench.page().getActiveEditor());
        onUiThread(() -> {
            assertEquals(RunEditor.ID, Workbench.page().getActiveEditor().getSite().getId());
            return null;
        });
    }

    @Test
    void welcomePage_comesWhenTheLastEditorIsClosed() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        onUiThread(() -> {
            IEditorPart run = Workbench.page().openEditor(new ItemInput(Kind.RUN, study.root(), "gone"), RunEditor.ID);
            Workbench.page().closeEditors(Workbench.page().findEditors(WelcomeInput.INSTANCE, null,
                    IWorkbenchPage.MATCH_INPUT), false);
            return Workbench.page().closeEditor(run, false);
        });
        waitUntil(() -> Workbench.page().findEditor(WelcomeInput.INSTANCE) != null, () -> "no welcome page");
    }

    /** The texts of the first row of the first table below the active editor. */
    private static List<String> firstRow() {
        Table table = shown(Table.class);
        if (table == null || table.getItemCount() == 0) {
            return List.of();
        }
        return IntStream.range(0, table.getColumnCount()).mapToObj(table.getItem(0)::getText)
                .toList();
    }

    /** The first visible widget of a class in the window; null when there is none. */
    private static <T extends Control> T shown(Class<T> type) {
        return below(Workbench.page().getWorkbenchWindow().getShell(), type);
    }

    private static <T extends Control> T below(Composite parent, Class<T> type) {
        for (Control child : parent.getChildren()) {
            T found = type.isInstance(child) && child.isVisible() ? type.cast(child)
                    : child instanceof Composite composite ? below(composite, type) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Test
    void closingAStudy_leavesItsFiles() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine("Lutate");
        onUiThread(() -> {
            Workbench.explorer().setSelection(new StructuredSelection(OpenStudies.ofWorkbench().studies().get(0)));
            Commands.run("org.glomera.ui.commands.closeStudy");
            return null;
        });
        waitUntil(() -> explorerLines().isEmpty(), () -> String.join("\n", explorerLines()));
        assertTrue(Files.exists(study.root().resolve("cases/t1/case.json")));
        assertEquals(study.root(), OpenStudies.ofWorkbench().recent().get(0));
    }
}

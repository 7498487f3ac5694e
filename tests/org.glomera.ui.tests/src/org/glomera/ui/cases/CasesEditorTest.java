package org.glomera.ui.cases;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Samples;
import org.glomera.ui.Workbench;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.model.StudyNode;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of cases in the workbench. */
class CasesEditorTest {

    @TempDir
    Path folder;

    @AfterEach
    void closeEverything() throws Exception {
        Job.getJobManager().join(PipelineJob.class, null);
        Workbench.closeEverything();
    }

    @Test
    void rows_showWhatTheCasesHave() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        Samples.addCaseWithImages(study, "p7");
        Samples.addRun(study, "hybrid");
        CasesEditor editor = open(study);
        // 240 and 80 voxels of 1.5 x 2 x 3.25 mm are 2.34 and 0.78 ml
        waitForCell(editor, "p7", CaseColumn.CT_RIGHT, "2.3");
        assertEquals("0.8", cell(editor, "p7", CaseColumn.CT_LEFT));
        assertEquals("10 \u00d7 8 \u00d7 4", cell(editor, "p7", CaseColumn.CT));
        assertEquals("1.50 \u00d7 2.00 \u00d7 3.25", cell(editor, "p7", CaseColumn.CT_SPACING));
        assertEquals("CT", cell(editor, "p7", CaseColumn.VOIS));
        assertEquals("test", cell(editor, "e1", CaseColumn.ROLE));
        assertEquals("The left kidney was not delineated. (hybrid)", cell(editor, "t2", CaseColumn.EXCLUDED));
        assertEquals(4, onUiThread(() -> editor.table().shown().rows().size()));
    }

    @Test
    void picture_showsTheKidneysOutline() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        addDrawnCase(study, "p1");
        CasesEditor editor = open(study);
        waitUntil(() -> editor.table().hasPicture("p1"), () -> "no picture");
        ImageData picture = onUiThread(() -> editor.table().widget().getItem(0).getImage(0).getImageData(200));
        int outline = 0;
        int grey = 0;
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                RGB colour = picture.palette.getRGB(picture.getPixel(x, y));
                outline += (colour.red << 16 | colour.green << 8 | colour.blue) == ViewedCaseReader.MANUAL_CT ? 1 : 0;
                grey += colour.red == colour.green && colour.green == colour.blue && colour.red > 0 ? 1 : 0;
            }
        }
        assertEquals(2 * Thumbnails.WIDTH_PX, picture.width);
        // two outlines, and the CT around them
        assertTrue(outline > 100 && grey > 1000, outline + " and " + grey);
    }

    @Test
    void pictureOfACaseThatChanged_isDrawnAgain() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        addDrawnCase(study, "p1");
        Path kept = folder.resolve("pictures");
        Thumbnails thumbnails = new Thumbnails(kept, (id, data) -> { });
        StudyNode.Case shown = new StudyNode.Case(study.root(), StudyNode.GroupKind.TRAINING, study.requireCase("p1"),
                Map.of());
        for (int i = 0; i < 2; i++) {
            thumbnails.wish(shown);
            thumbnails.join();
        }
        assertEquals(1, kept.toFile().list().length);
        Files.setLastModifiedTime(study.caseFile("p1", CaseFile.CT), java.nio.file.attribute.FileTime.fromMillis(1000));
        thumbnails.wish(shown);
        thumbnails.join();
        assertEquals(2, kept.toFile().list().length);
    }

    @Test
    void filterAndSort_changeWhatIsShown() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        study.writeCase(Samples.info("t10", Role.TRAINING));
        CasesEditor editor = open(study);
        assertEquals(List.of("t1", "t2", "t10", "e1"), ids(editor));
        onUiThread(() -> {
            editor.table().widget().getColumn(0).notifyListeners(SWT.Selection, new Event());
            return null;
        });
        assertEquals(List.of("e1", "t1", "t2", "t10"), ids(editor));
        onUiThread(() -> {
            editor.table().widget().getColumn(0).notifyListeners(SWT.Selection, new Event());
            editor.filter().setText("TRAINING t1");
            return null;
        });
        assertEquals(List.of("t10", "t1"), ids(editor));
    }

    @Test
    void csv_hasHeadingsAndWholeNumbers() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        Samples.addCaseWithImages(study, "p7");
        CasesEditor editor = open(study);
        waitForCell(editor, "p7", CaseColumn.CT_RIGHT, "2.3");
        List<String> lines = onUiThread(() -> editor.table().shown().csv()).lines().toList();
        assertTrue(lines.get(0).startsWith("Case,Role,Modality,"), lines.get(0));
        assertEquals("p7,training,diagnostic CT,10 \u00d7 8 \u00d7 4,1.50 \u00d7 2.00 \u00d7 3.25,,,,CT,2.3400,0.7800,,,",
                lines.get(1));
    }

    @Test
    void selectedRow_isPublished_andADoubleClickShowsItsImages() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("lutate"), "Lutate");
        Samples.addCaseWithImages(study, "p7");
        CasesEditor editor = open(study);
        onUiThread(() -> {
            Table table = editor.table().widget();
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, new Event());
            IStructuredSelection selection = (IStructuredSelection) Workbench.page().getSelection();
            assertEquals("p7", ((StudyNode.Case) selection.getFirstElement()).info().id());
            table.notifyListeners(SWT.DefaultSelection, new Event());
            return null;
        });
        waitUntil(() -> Workbench.page().getActiveEditor() instanceof SliceEditor, () -> "no viewer");
    }

    @Test
    void role_isChangedForAllCasesOfAPatient_andTheTableFollows() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        CasesEditor editor = open(study);
        onUiThread(() -> new RoleMenu(study.root(), () -> List.of(), () -> null)
                .change(editor.table().shown().rows().subList(0, 1), Role.TEST)).join();
        waitForCell(editor, "t1", CaseColumn.ROLE, "test");
        assertEquals(Role.TEST, study.requireCase("t1").role());
    }

    @Test
    void questionBeforeARoleChanges_saysWhatHappensToRuns() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        CaseRow row = new CaseRow(new StudyNode.Case(study.root(), StudyNode.GroupKind.TRAINING,
                study.requireCase("t1"), Map.of()), Map.of());
        assertTrue(RoleMenu.question(List.of(row), Role.TEST, 3).contains("3 runs"));
        assertTrue(!RoleMenu.question(List.of(row), Role.TEST, 0).contains("run"));
    }

    @Test
    void fiveHundredCases_areListedAndOnlyThoseInSightAskForPictures() throws Exception {
        StudyFolder study = StudyFolder.create(folder.resolve("many"), "Many");
        for (int i = 1; i <= 500; i++) {
            study.writeCase(Samples.info("p" + i, Role.TRAINING));
        }
        CasesEditor editor = open(study);
        assertEquals(500, onUiThread(() -> editor.table().widget().getItemCount()));
    }

    private CasesEditor open(StudyFolder study) throws Exception {
        OpenStudies.ofWorkbench().open(study.root());
        waitForLine(study.info().name());
        waitUntil(() -> OpenStudies.ofWorkbench().studies().get(0) instanceof StudyNode.Study, () -> "not read");
        return onUiThread(() -> (CasesEditor) Workbench.page().openEditor(new CasesInput(study.root()), CasesEditor.ID));
    }

    private static List<String> ids(CasesEditor editor) {
        return onUiThread(() -> editor.table().shown().rows().stream().map(CaseRow::id).toList());
    }

    private static String cell(CasesEditor editor, String id, CaseColumn column) {
        return onUiThread(() -> {
            int place = editor.table().shown().placeOf(id);
            return place < 0 ? "" : editor.table().widget().getItem(place).getText(column.ordinal());
        });
    }

    private static void waitForCell(CasesEditor editor, String id, CaseColumn column, String text)
            throws InterruptedException {
        waitUntil(() -> {
            int place = editor.table().shown().placeOf(id);
            return place >= 0 && editor.table().widget().getItem(place).getText(column.ordinal()).equals(text);
        }, () -> editor.table().shown().tsv(true));
    }

    /** A CT of 0 HU with a kidney of 50 HU in its middle, delineated. */
    private static void addDrawnCase(StudyFolder study, String id) throws Exception {
        Grid grid = Grid.axial(40, 30, 30, new Vector3(4, 5, 6), new Vector3(0, 0, 0));
        float[] hu = new float[grid.voxelCount()];
        byte[] kidneys = new byte[grid.voxelCount()];
        for (int z = 10; z < 20; z++) {
            for (int y = 10; y < 20; y++) {
                for (int x = 8; x < 32; x++) {
                    if (x < 16 || x >= 24) {
                        int i = (z * 30 + y) * 40 + x;
                        hu[i] = 50;
                        kidneys[i] = (byte) (x < 16 ? Side.RIGHT.label() : Side.LEFT.label());
                    }
                }
            }
        }
        Files.createDirectories(study.caseFolder(id));
        NiftiFiles.write(study.caseFile(id, CaseFile.CT), new Volume(grid, Quantity.HOUNSFIELD, hu));
        NiftiFiles.write(study.caseFile(id, CaseFile.KIDNEYS_CT), new LabelMap(grid, kidneys));
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.DIAGNOSTIC_CT, Role.TRAINING,
                List.of(CaseFile.CT, CaseFile.KIDNEYS_CT), List.of(), Map.of(), List.of()));
    }
}

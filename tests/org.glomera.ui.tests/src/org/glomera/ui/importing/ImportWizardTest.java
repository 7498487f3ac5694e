package org.glomera.ui.importing;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitForLine;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.toolkit.DicomToolkits;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.phantom.CtSampling;
import org.glomera.phantom.PhantomCohort;
import org.glomera.phantom.PhantomSpec;
import org.glomera.phantom.SpectSampling;
import org.glomera.pipeline.ImportHint;
import org.glomera.pipeline.ImportPlan;
import org.glomera.pipeline.ImportPlan.PlannedCase;
import org.glomera.study.Role;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Samples;
import org.glomera.ui.Workbench;
import org.glomera.ui.jobs.PipelineJob;
import org.glomera.ui.preferences.Setting;
import org.glomera.ui.studies.OpenStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Importing in the workbench, with phantoms written as DICOM. */
class ImportWizardTest {

    @TempDir
    static Path shared;

    private static Path cohort;

    @TempDir
    Path folder;

    private WizardDialog dialog;
    private ImportWizard wizard;

    /** Two SPECT/CT for training and two for testing, one diagnostic CT; coarse, so that a test takes seconds. */
    @BeforeAll
    static void makeCohort() throws Exception {
        cohort = shared.resolve("phantoms");
        new PhantomCohort(DicomToolkits.preferred()).write(new PhantomSpec(2, 1, 2, 0, 1, 1, 15, 1, 3,
                new CtSampling(50, 50, 36, 8, 8, 10, 20, false), new CtSampling(64, 64, 45, 6.2, 6.2, 8, 12, true),
                new SpectSampling(50, 50, 42, 8, 8, 8.5, 12, 6, 5, 1200), null), cohort, new NullProgressMonitor());
        Files.writeString(cohort.resolve("dicom/readme.txt"), "of no use");
        Files.writeString(cohort.resolve("dicom/broken.dcm"), "no DICOM");
    }

    @AfterEach
    void closeEverything() throws Exception {
        onUiThread(() -> {
            if (dialog != null && dialog.getShell() != null && !dialog.getShell().isDisposed()) {
                wizard.performCancel();
                dialog.close();
            }
            return null;
        });
        Job.getJobManager().join(PipelineJob.class, null);
        Workbench.closeEverything();
    }

    @Test
    void scan_showsCasesAndProblems_andFinishImportsWhatIsTicked() throws Exception {
        Path root = folder.resolve("study");
        openOn(cohort.resolve("dicom"), root);
        next();
        assertEquals(List.of("CT001", "LU001", "LU002", "TE001", "TE002"), caseTexts(1));
        assertTrue(caseTexts(2).get(1).startsWith("50 \u00d7 50 \u00d7 36, 8.00 \u00d7 8.00 \u00d7 10.00 mm"),
                caseTexts(2).toString());
        assertEquals(List.of("broken.dcm"), onUiThread(() -> pane().leftOut().shown().stream()
                .map(item -> item.what()).toList()));
        assertEquals("5 cases will be imported: 3 for training, 2 for test.", onUiThread(() -> pane().outcome()));
        onUiThread(() -> {
            PlannedCase second = pane().selection().plan().cases().get(2);
            TableItem item = pane().cases().viewer().getTable().getItem(2);
            item.setChecked(false);
            Event click = new Event();
            click.detail = SWT.CHECK;
            click.item = item;
            pane().cases().viewer().getTable().notifyListeners(SWT.Selection, click);
            assertFalse(pane().selection().isWanted(second));
            return null;
        });
        finish();
        waitForLine("TE002");
        Job.getJobManager().join(PipelineJob.class, null);
        StudyFolder study = StudyFolder.open(root);
        assertEquals(List.of("CT001", "LU001", "TE001", "TE002"), study.caseIds());
        assertEquals(Role.TEST, study.requireCase("TE001").role());
    }

    @Test
    void cancel_leavesNothingBehind() throws Exception {
        Path root = folder.resolve("study");
        openOn(cohort.resolve("dicom"), root);
        next();
        onUiThread(() -> {
            wizard.performCancel();
            return dialog.close();
        });
        assertFalse(Files.exists(root));
        assertEquals(List.of(), OpenStudies.ofWorkbench().studies());
    }

    @Test
    void cancelWhileLooking_endsTheScan() throws Exception {
        openOn(cohort.resolve("dicom"), folder.resolve("study"));
        onUiThread(() -> {
            dialog.showPage(wizard.getNextPage(wizard.getStartingPage()));
            wizard.performCancel();
            return dialog.close();
        });
        Job.getJobManager().join(ScanJob.class, null);
        assertFalse(Files.exists(folder.resolve("study")));
    }

    @Test
    void draw_givesOneRoleToEachPatient() throws Exception {
        openOn(cohort.resolve("dicom"), folder.resolve("study"));
        next();
        String outcome = onUiThread(() -> {
            pane().draw(1, 7);
            return pane().outcome();
        });
        assertEquals("5 cases will be imported: 4 for training, 1 for test.", outcome);
    }

    @Test
    void secondImport_saysWhatIsThere() throws Exception {
        Path root = folder.resolve("study");
        openOn(cohort.resolve("dicom/LU001"), root);
        next();
        finish();
        waitForLine("P001");
        Job.getJobManager().join(PipelineJob.class, null);
        onUiThread(() -> {
            open(new ImportWizard(List.of(cohort.resolve("dicom/LU001")),
                    List.of(new ImportTarget(root, "study", false)), root));
            return null;
        });
        next();
        assertEquals("The study has all of these cases already.", onUiThread(() -> pane().outcome()));
        assertFalse(onUiThread(() -> wizard.canFinish()));
    }

    @Test
    void folderWithoutImages_saysWhatWasFound() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(empty.resolve("a.txt"), "text");
        openOn(empty, folder.resolve("study"));
        next();
        assertEquals("No case is ticked.", onUiThread(() -> pane().outcome()));
        assertEquals(List.of("a.txt"), onUiThread(() -> pane().leftOut().shown().stream().map(item -> item.what())
                .toList()));
        assertFalse(onUiThread(() -> wizard.canFinish()));
    }

    @Test
    void folderDroppedOnTheExplorer_opensTheWizardWithIt_andAStudyIsOpened() throws Exception {
        StudyFolder study = Samples.study(folder.resolve("lutate"), "Lutate");
        drop(study.root().resolve("study.json").toString());
        waitForLine("Lutate");
        drop(cohort.resolve("dicom").toString());
        waitUntil(() -> importShell() != null, () -> "no wizard");
        String texts = onUiThread(() -> texts(importShell()));
        onUiThread(() -> {
            importShell().close();
            return null;
        });
        assertTrue(texts.contains(cohort.resolve("dicom").toString()), texts);
    }

    @Test
    void imageFiles_becomeACaseOnceAListSaysWhatTheyAre() throws Exception {
        Path images = Files.createDirectories(folder.resolve("files"));
        Grid grid = Grid.axial(6, 5, 4, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        NiftiFiles.write(images.resolve("scan.nii"), new Volume(grid, Quantity.UNKNOWN, new float[grid.voxelCount()]));
        openOn(images, folder.resolve("study"));
        next();
        assertEquals("No case is ticked.", onUiThread(() -> pane().outcome()));
        assertTrue(onUiThread(() -> pane().hints().shown().get(0)).contains("images.csv"));
        onUiThread(() -> {
            pane().hints().draft(images.resolve("images.csv"));
            return null;
        });
        Job.getJobManager().join(PipelineJob.class, null);
        assertTrue(Files.readString(images.resolve("images.csv")).contains("scan.nii: 6"), "the draft names the file");
        Files.writeString(images.resolve("images.csv"), "case,ct,ct_offset\nKim,scan.nii,-1000\n");
        onUiThread(() -> {
            pane().hints().answer(ImportHint.IMAGE_LIST, "again");
            return null;
        });
        waitUntil(() -> !scan().isScanning(), () -> "still looking");
        assertEquals(List.of("Kim"), caseTexts(1));
        assertEquals(List.of(), onUiThread(() -> pane().hints().shown()));
        finish();
        waitForLine("Kim");
    }

    @Test
    void whatTheUserCanSay_isOfferedWithALink() throws Exception {
        openOn(cohort.resolve("dicom/LU001"), folder.resolve("study"));
        next();
        List<String> shown = onUiThread(() -> {
            pane().show(new ImportPlan(List.of(folder), List.of(), folder, 1, List.of(), List.of(),
                    Set.of(ImportHint.CALIBRATION, ImportHint.KIDNEY_NAMES)));
            return pane().hints().shown();
        });
        assertEquals(2, shown.size());
        assertTrue(shown.get(0).contains("<a>Set its calibration") && shown.get(1).contains("names of kidneys"),
                shown.toString());
    }

    @Test
    void rulesThatChanged_haveTheFolderLookedThroughAgain() throws Exception {
        openOn(cohort.resolve("dicom/LU001"), folder.resolve("study"));
        next();
        String before = onUiThread(() -> pane().selection().plan().cases().get(0).fingerprint());
        set(Setting.DECAY, "scan-start");
        try {
            onUiThread(() -> {
                dialog.showPage(wizard.getStartingPage());
                return null;
            });
            next();
            assertEquals(DecayReference.SCAN_START, onUiThread(() -> scan().rules().spect().decay()));
            assertFalse(onUiThread(() -> pane().selection().plan().cases().stream()
                    .anyMatch(each -> each.fingerprint().equals(before))), "a number changes with the rules");
        } finally {
            set(Setting.DECAY, Setting.DECAY.initial());
        }
    }

    private static void set(Setting setting, String value) {
        onUiThread(() -> {
            new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.glomera.ui").setValue(setting.key(), value);
            return null;
        });
    }

    private static void drop(String... files) {
        onUiThread(() -> {
            Control tree = Workbench.explorer().getControl();
            DropTarget target = (DropTarget) tree.getData(DND.DROP_TARGET_KEY);
            Constructor<?> made = Class.forName("org.eclipse.swt.dnd.DNDEvent").getDeclaredConstructor();
            made.setAccessible(true);
            Event event = (Event) made.newInstance();
            event.data = files;
            event.detail = DND.DROP_COPY;
            target.notifyListeners(DND.Drop, event);
            return null;
        });
    }

    private static Shell importShell() {
        for (Shell shell : Workbench.page().getWorkbenchWindow().getShell().getDisplay().getShells()) {
            if (shell.getText().equals("Import Images") && shell.isVisible()) {
                return shell;
            }
        }
        return null;
    }

    private static String texts(Composite parent) {
        StringBuilder all = new StringBuilder();
        for (Control child : parent.getChildren()) {
            if (child instanceof org.eclipse.swt.widgets.List list) {
                all.append(String.join("\n", list.getItems()));
            } else if (child instanceof Composite inner && !(child instanceof Button)) {
                all.append(texts(inner));
            }
        }
        return all.toString();
    }

    private void openOn(Path images, Path root) {
        onUiThread(() -> {
            open(new ImportWizard(List.of(images), List.of(), null));
            SourcePage source = (SourcePage) wizard.getStartingPage();
            source.fields().name().setText("study");
            source.fields().folder().setText(root.toString());
            assertTrue(source.isPageComplete(), source.getErrorMessage());
            return null;
        });
    }

    private void open(ImportWizard opened) {
        wizard = opened;
        dialog = new WizardDialog(Workbench.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
    }

    private void next() throws InterruptedException {
        onUiThread(() -> {
            dialog.showPage(wizard.getNextPage(wizard.getStartingPage()));
            return null;
        });
        waitUntil(() -> !scan().isScanning(), () -> "still looking");
    }

    private void finish() {
        AtomicReference<Boolean> can = new AtomicReference<>();
        onUiThread(() -> {
            can.set(wizard.canFinish());
            wizard.performFinish();
            return dialog.close();
        });
        assertTrue(can.get());
    }

    private ScanPage scan() {
        return (ScanPage) wizard.getPages()[1];
    }

    private PlanPane pane() {
        return scan().pane();
    }

    private List<String> caseTexts(int column) {
        return onUiThread(() -> List.of(pane().cases().viewer().getTable().getItems()).stream()
                .map(item -> item.getText(column - 1)).toList());
    }
}

package org.glomera.ui.run;

import static org.glomera.ui.Workbench.onUiThread;
import static org.glomera.ui.Workbench.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.glomera.chart.LineChart;
import org.glomera.chart.Mark;
import org.glomera.chart.Palette;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.render.slice.SlicePicture;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.glomera.study.ImageGrid;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.study.RunPreview;
import org.glomera.study.RunPreview.Epoch;
import org.glomera.study.RunProgress;
import org.glomera.study.RunState;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Commands;
import org.glomera.ui.Workbench;
import org.glomera.ui.editor.ItemInput;
import org.glomera.ui.editor.ItemInput.Kind;
import org.glomera.ui.studies.OpenStudies;
import org.glomera.ui.viewer.SliceEditor;
import org.glomera.ui.viewer.SliceInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live view of a run in the workbench, of files that a training in another program writes. */
class RunEditorTest {

    /** Anisotropic on purpose. */
    private static final Grid GRID = Grid.axial(40, 30, 12, new Vector3(4, 4.5, 6), new Vector3(-78, -65, 900));
    private static final String RUN = "network2";
    private static final String CASE = "e1";

    @TempDir
    Path folder;

    private StudyFolder study;
    private final List<Epoch> epochs = new ArrayList<>();

    @BeforeEach
    void writeStudy() throws Exception {
        study = StudyFolder.create(folder.resolve("study"), "Study");
        Files.createDirectories(study.caseFolder(CASE));
        NiftiFiles.write(study.caseFile(CASE, CaseFile.CT), new Volume(GRID, Quantity.HOUNSFIELD,
                new float[GRID.voxelCount()]));
        NiftiFiles.write(study.caseFile(CASE, CaseFile.KIDNEYS_CT), kidneys(0));
        study.writeCase(new CaseInfo(CASE, "P1", Acquisition.SPECT_CT, Role.TEST, List.of(CaseFile.CT,
                CaseFile.KIDNEYS_CT), List.of(), Map.of(), List.of()));
        study.writeRun(RunInfo.planned("network1", "Other", "standard", ImageGrid.CT, 1, 4, Instant.EPOCH));
        writeRun(RunState.TRAINING, 0);
    }

    @AfterEach
    void closeEverything() {
        Workbench.closeEverything();
    }

    /** Boxes of 8 x 8 x 6 voxels, moved along x by so many voxels. */
    private static LabelMap kidneys(int moved) {
        byte[] labels = new byte[GRID.voxelCount()];
        for (int z = 3; z < 9; z++) {
            for (int y = 12; y < 20; y++) {
                for (int x = 0; x < 8; x++) {
                    labels[GRID.index(6 + moved + x, y, z)] = (byte) Side.RIGHT.label();
                    labels[GRID.index(24 + moved + x, y, z)] = (byte) Side.LEFT.label();
                }
            }
        }
        return new LabelMap(GRID, labels);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private void writeRun(RunState state, int done) throws Exception {
        study.writeRun(RunInfo.planned(RUN, "Network 2: standard", "standard", ImageGrid.CT, 1, 4, now())
                .withData(3, 1, List.of(), Map.of()).withState(state, "", now()).withEpochs(done, 0, "", now()));
    }

    /** Writes what a training writes after an epoch, in its order. */
    private void finishEpoch(int epoch, double dice) throws Exception {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 1; i <= epoch; i++) {
            points.add(new CurvePoint(i, 0.1 * i, 0.05 * i));
        }
        study.writeCurve(RUN, new Curve(points));
        writeRun(RunState.TRAINING, epoch);
        NiftiFiles.write(RunPreview.labelMap(study, RUN, epoch), kidneys(4 - epoch));
        epochs.add(new Epoch(epoch, dice, dice / 2, now()));
        RunPreview.of(CASE, ImageGrid.CT).withEpochs(epochs).write(study, RUN);
    }

    private void open() {
        OpenStudies.ofWorkbench().open(study.root());
        onUiThread(() -> Workbench.page().openEditor(new ItemInput(Kind.RUN, study.root(), RUN), RunEditor.ID));
    }

    private static RunEditor editor() {
        return (RunEditor) Arrays.stream(Workbench.page().getEditorReferences()).map(each -> each.getEditor(true))
                .filter(RunEditor.class::isInstance).findFirst().orElseThrow();
    }

    private static void waitForEpoch(int epoch) throws Exception {
        waitUntil(() -> editor().preview().shownEpoch() == epoch, () -> "epoch " + editor().preview().shownEpoch()
                + " of " + editor().preview().sentence() + " " + editor().preview().canvas().message());
    }

    private static long pixels(SlicePicture picture, int rgb) {
        return Arrays.stream(picture.argb()).filter(pixel -> (pixel & 0xffffff) == rgb).count();
    }

    private static List<Mark> marks() {
        return ((LineChart) editor().curve().chart()).marks();
    }

    @Test
    void runThatIsTrainedElsewhere_isFollowedEpochByEpoch() throws Exception {
        open();
        waitUntil(() -> editor().preview().canvas().message().startsWith("The first picture comes"),
                () -> editor().preview().canvas().message());
        finishEpoch(1, 0.5);
        waitForEpoch(1);
        onUiThread(() -> {
            assertEquals("Epoch 1 of 4, case e1: Dice 0.500 right, 0.250 left", editor().preview().sentence());
            assertTrue(editor().state().lines().contains("Epochs done: 1 of 4"), editor().state().lines().toString());
            assertEquals(List.of(new Mark(1, "shown").withColour(Palette.GREEN)), marks());
            for (SlicePicture picture : editor().preview().canvas().pictures()) {
                // the second run of the study has the second colour; the outlines are 2 pixels wide
                assertTrue(pixels(picture, Palette.of(1)) > 50, () -> picture.view().toString());
                assertTrue(pixels(picture, ViewedCaseReader.MANUAL_CT) > 50, () -> picture.view().toString());
            }
            return null;
        });
        finishEpoch(2, 0.6);
        waitForEpoch(2);
        finishEpoch(3, 0.7);
        waitForEpoch(3);
        assertEquals(List.of(new Mark(3, "shown").withColour(Palette.GREEN)), onUiThread(RunEditorTest::marks));
    }

    @Test
    void anOlderEpochThatWasChosen_stays_andPlayingEndsAtTheNewest() throws Exception {
        finishEpoch(1, 0.5);
        finishEpoch(2, 0.6);
        open();
        waitForEpoch(2);
        onUiThread(() -> {
            editor().preview().choose(0);
            return null;
        });
        waitForEpoch(1);
        finishEpoch(3, 0.7);
        waitUntil(() -> editor().state().lines().contains("Epochs done: 3 of 4"),
                () -> editor().state().lines().toString());
        assertEquals(1, onUiThread(() -> editor().preview().shownEpoch()));
        onUiThread(() -> {
            editor().preview().setPlaying(true);
            return null;
        });
        waitForEpoch(2);
        waitForEpoch(3);
        finishEpoch(4, 0.8);
        waitForEpoch(4);
    }

    @Test
    void theOutline_isWhereTheLabelMapOfItsEpochIs() throws Exception {
        finishEpoch(1, 0.5);
        finishEpoch(4, 0.6);
        open();
        waitForEpoch(4);
        // epoch 4 is where the person drew: the colours alternate on one outline
        long both = onUiThread(() -> pixels(editor().preview().canvas().pictures().get(0), Palette.of(1)));
        onUiThread(() -> {
            editor().preview().choose(0);
            return null;
        });
        waitForEpoch(1);
        onUiThread(() -> {
            SlicePicture coronal = editor().preview().canvas().pictures().get(0);
            assertTrue(pixels(coronal, Palette.of(1)) > both, "an outline of its own is longer");
            // epoch 1 is moved by 3 voxels: the right kidney begins at voxel 9, with its outline just inside
            Vector3 inside = GRID.patientMm(9 - 0.5, 15, 5.5);
            int x = (int) Math.ceil(coronal.view().xPx(inside));
            int y = (int) coronal.view().yPx(inside);
            assertEquals(Palette.of(1), coronal.rgb(x, y));
            return null;
        });
    }

    @Test
    void progressOfAnotherProgram_isShown() throws Exception {
        finishEpoch(1, 0.5);
        open();
        waitForEpoch(1);
        new RunProgress(2, 4, 15, 40, 0.25, 0.0125, 3600, now()).write(study, RUN);
        waitUntil(() -> editor().state().lines().contains("Under way: epoch 2, step 5 of 10")
                && editor().state().lines().contains("Loss: 0.250 in the last step"),
                () -> editor().state().lines().toString());
        assertTrue(onUiThread(() -> editor().state().lines()).stream().anyMatch(
                line -> line.matches("Time left: about (59 min \\d\\d s|1 h 00 min)")));
        writeRun(RunState.STOPPED, 1);
        waitUntil(() -> editor().state().lines().contains("State: Stopped")
                && editor().state().lines().stream().noneMatch(line -> line.startsWith("Under way")),
                () -> editor().state().lines().toString());
    }

    @Test
    void missingAndUnreadablePreviews_areSaidInTheirPlace() throws Exception {
        writeRun(RunState.FINISHED, 4);
        open();
        waitUntil(() -> editor().preview().canvas().message().equals("This training kept no preview."),
                () -> editor().preview().canvas().message());
        RunPreview.none("", ImageGrid.CT, "There is no test case to preview.").write(study, RUN);
        waitUntil(() -> editor().preview().canvas().message().equals("There is no test case to preview."),
                () -> editor().preview().canvas().message());
        Files.writeString(RunPreview.folder(study, RUN).resolve("preview.json"), "{broken");
        waitUntil(() -> editor().preview().canvas().message().contains("preview.json' cannot be used"),
                () -> editor().preview().canvas().message());
        finishEpoch(1, 0.5);
        Files.delete(RunPreview.labelMap(study, RUN, 1));
        waitUntil(() -> editor().preview().canvas().message().contains("epoch-0001.nii.gz"),
                () -> editor().preview().canvas().message());
    }

    @Test
    void clickingOnThePicture_opensTheCaseInTheSliceViewer() throws Exception {
        finishEpoch(1, 0.5);
        open();
        waitForEpoch(1);
        onUiThread(() -> {
            Event click = new Event();
            click.button = 1;
            editor().preview().canvas().notifyListeners(SWT.MouseUp, click);
            assertEquals(new SliceInput(study.root(), CASE, ""), ((SliceEditor) Workbench.page().getActiveEditor())
                    .getEditorInput());
            return null;
        });
    }

    @Test
    void narrowPage_hasThePictureBelowTheCurve_andAWideOneBesideIt() throws Exception {
        finishEpoch(1, 0.5);
        open();
        waitForEpoch(1);
        Shell shell = onUiThread(() -> Workbench.page().getWorkbenchWindow().getShell());
        Point before = onUiThread(shell::getSize);
        try {
            onUiThread(() -> {
                shell.setSize(1500, before.y);
                return null;
            });
            waitUntil(() -> place(editor().curve()).y < place(editor().preview().canvas()).y + 40
                    && place(editor().curve()).x < place(editor().preview().canvas()).x, () -> "not beside");
            onUiThread(() -> {
                shell.setSize(820, before.y);
                return null;
            });
            waitUntil(() -> place(editor().curve()).y + editor().curve().getSize().y
                    <= place(editor().preview().canvas()).y
                    && place(editor().curve()).x == place(editor().preview().canvas()).x, () -> "not below");
        } finally {
            onUiThread(() -> {
                shell.setSize(before);
                return null;
            });
        }
    }

    private static Point place(Control control) {
        return control.toDisplay(0, 0);
    }

    @Test
    void buttons_areThoseOfTheCommandsThatThereAre() throws Exception {
        finishEpoch(1, 0.5);
        open();
        waitForEpoch(1);
        onUiThread(() -> {
            List<String> ids = List.of(Commands.STOP_TRAINING, Commands.STOP_AND_KEEP_TRAINING,
                    Commands.RESUME_TRAINING, Commands.TRAIN_NETWORKS);
            for (int i = 0; i < ids.size(); i++) {
                Button button = editor().state().buttons().get(i).button();
                boolean defined = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(ids.get(i))
                        .isDefined();
                assertEquals(defined, button.getVisible(), ids.get(i));
            }
            return null;
        });
    }
}

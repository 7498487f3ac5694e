package org.glomera.pipeline.viewing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.chart.Palette;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.study.Acquisition;
import org.glomera.study.CaseFile;
import org.glomera.study.CaseInfo;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.ImageGrid;
import org.glomera.study.Role;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a case, and what is said of what cannot be read. */
class ViewedCaseReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /** Anisotropic on purpose. */
    private static final Grid CT = Grid.axial(40, 30, 12, new Vector3(1.5, 2, 3.25), new Vector3(-30, -20, 900));
    private static final Grid SPECT = Grid.axial(20, 20, 14, new Vector3(4, 4.5, 5), new Vector3(-38, -36, 885));

    @TempDir
    Path folder;
    private StudyFolder study;

    @BeforeEach
    void makeStudy() throws Exception {
        study = StudyFolder.create(folder.resolve("study"), "Study");
    }

    /** Boxes of 7 x 9 x 5 voxels: the right kidney from (6, 10, 4), the left from (27, 10, 4). */
    private static LabelMap kidneys() {
        byte[] labels = new byte[CT.voxelCount()];
        for (int z = 4; z < 9; z++) {
            for (int y = 10; y < 19; y++) {
                for (int x = 0; x < 7; x++) {
                    labels[CT.index(6 + x, y, z)] = (byte) Side.RIGHT.label();
                    labels[CT.index(27 + x, y, z)] = (byte) Side.LEFT.label();
                }
            }
        }
        return new LabelMap(CT, labels);
    }

    /** Writes a case with the files that are named; the delineation on the SPECT holds no voxel. */
    private void write(String id, CaseFile... files) throws Exception {
        Files.createDirectories(study.caseFolder(id));
        for (CaseFile file : files) {
            Path path = study.caseFile(id, file);
            switch (file) {
                case CT -> NiftiFiles.write(path, new Volume(CT, Quantity.HOUNSFIELD, new float[CT.voxelCount()]));
                case SPECT -> NiftiFiles.write(path, new Volume(SPECT, Quantity.ACTIVITY_CONCENTRATION,
                        new float[SPECT.voxelCount()]));
                case KIDNEYS_CT -> NiftiFiles.write(path, kidneys());
                case KIDNEYS_SPECT -> NiftiFiles.write(path, new LabelMap(SPECT, new byte[SPECT.voxelCount()]));
            }
        }
        study.writeCase(new CaseInfo(id, "P-" + id, Acquisition.SPECT_CT, Role.TEST, List.of(files), List.of(),
                Map.of(), List.of()));
    }

    private void addRun(String name) throws Exception {
        study.writeRun(RunInfo.planned(name, "Network " + name, "hybrid", ImageGrid.SPECT, 42, 100, NOON));
    }

    private ViewedCase read(String id) throws Exception {
        return ViewedCaseReader.read(study.root(), id, "", new NullProgressMonitor());
    }

    private void writeSegmentation(String run, String id, LabelMap labels) throws Exception {
        addRun(run);
        Files.createDirectories(study.segmentationFile(run, id).getParent());
        NiftiFiles.write(study.segmentationFile(run, id), labels);
    }

    @Test
    void everyDelineation_isThereWithItsVolumes() throws Exception {
        write("p1", CaseFile.values());
        writeSegmentation("hybrid", "p1", kidneys());
        ViewedCase images = read("p1");
        assertEquals(List.of(), images.problems());
        assertEquals(List.of("Manual on CT", "Manual on SPECT", "Network hybrid"),
                images.delineations().stream().map(Delineation::title).toList());
        // 7 * 9 * 5 = 315 voxels of 1.5 * 2 * 3.25 = 9.75 cubic millimetres are 3.07125 ml
        Delineation.Drawn drawn = (Delineation.Drawn) images.delineations().get(2).content();
        assertEquals(3.07125, drawn.rightMl(), 1e-9);
        assertEquals(3.07125, drawn.leftMl(), 1e-9);
        assertEquals("empty", images.delineations().get(1).why());
    }

    @Test
    void networks_haveTheColoursOfTheComparison() throws Exception {
        write("p1", CaseFile.CT);
        for (String run : List.of("a", "b", "c")) {
            addRun(run);
        }
        study.writeExperiment(new ExperimentInfo("first", "", List.of("c", "a"), List.of("p1"), List.of(), Map.of(),
                NOON, List.of(), ExperimentInfo.BQ_PER_ML));
        List<Delineation> networks = read("p1").delineations().subList(2, 5);
        assertEquals(List.of("run/c", "run/a", "run/b"), networks.stream().map(Delineation::id).toList());
        assertEquals(List.of(Palette.of(0), Palette.of(1), Palette.of(2)),
                networks.stream().map(Delineation::rgb).toList());
        assertEquals("none", networks.get(0).why());
    }

    @Test
    void aCaseWithoutSpect_saysSo() throws Exception {
        write("p1", CaseFile.CT, CaseFile.KIDNEYS_CT);
        ViewedCase images = read("p1");
        assertEquals(List.of("This case has no SPECT image."), images.problems());
        assertTrue(images.ct().isPresent());
        assertEquals("none", images.delineations().get(1).why());
    }

    @Test
    void filesThatVanished_areNamed_andTheRestIsRead() throws Exception {
        write("p1", CaseFile.values());
        Files.delete(study.caseFile("p1", CaseFile.CT));
        Files.delete(study.caseFile("p1", CaseFile.KIDNEYS_SPECT));
        ViewedCase images = read("p1");
        assertEquals(1, images.problems().size());
        assertTrue(images.problems().get(0).contains("ct.nii.gz"), images.problems().get(0));
        assertTrue(images.spect().isPresent());
        assertEquals("file gone", images.delineations().get(1).why());
        assertTrue(images.delineations().get(1).tooltip().contains("kidneys_spect.nii.gz"));
        assertTrue(images.delineations().get(0).isDrawn());
    }

    @Test
    void theFirstPoint_isTheMiddleOfTheRightKidney() throws Exception {
        write("p1", CaseFile.CT, CaseFile.KIDNEYS_CT);
        // voxels 6 to 12, 10 to 18, 4 to 8: middle (9, 14, 6) at (-30 + 13.5, -20 + 28, 900 + 19.5)
        Vector3 point = read("p1").firstPointMm().orElseThrow();
        assertEquals(0, point.minus(new Vector3(-16.5, 8, 919.5)).length(), 1e-3);
    }
}

package org.glomera.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.chart.Palette;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.render.slice.Plane;
import org.glomera.study.CaseFile;
import org.glomera.study.ExperimentInfo;
import org.glomera.study.StudyFolder;
import org.glomera.ui.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a case, and what is said of what cannot be read. */
class CaseImagesReaderTest {

    @TempDir
    Path folder;
    private StudyFolder study;

    @BeforeEach
    void makeStudy() throws Exception {
        study = StudyFolder.create(folder.resolve("study"), "Study");
    }

    private CaseImages read(String id) throws Exception {
        return CaseImagesReader.read(study.root(), id, "", new NullProgressMonitor());
    }

    private void writeSegmentation(String run, String id, LabelMap labels) throws Exception {
        Samples.addRun(study, run);
        Files.createDirectories(study.segmentationFile(run, id).getParent());
        NiftiFiles.write(study.segmentationFile(run, id), labels);
    }

    @Test
    void everyDelineation_isThereWithItsVolumes() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.values());
        writeSegmentation("hybrid", "p1", ViewerSamples.kidneys());
        CaseImages images = read("p1");
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
        ViewerSamples.write(study, "p1", CaseFile.CT);
        for (String run : List.of("a", "b", "c")) {
            Samples.addRun(study, run);
        }
        study.writeExperiment(new ExperimentInfo("first", "", List.of("c", "a"), List.of("p1"), List.of(), Map.of(),
                Samples.NOON, List.of(), ExperimentInfo.BQ_PER_ML));
        List<Delineation> networks = read("p1").delineations().subList(2, 5);
        assertEquals(List.of("run/c", "run/a", "run/b"), networks.stream().map(Delineation::id).toList());
        assertEquals(List.of(Palette.of(0), Palette.of(1), Palette.of(2)),
                networks.stream().map(Delineation::rgb).toList());
        assertEquals("none", networks.get(0).why());
    }

    @Test
    void aCaseWithoutSpect_saysSo() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.CT, CaseFile.KIDNEYS_CT);
        CaseImages images = read("p1");
        assertEquals(List.of("This case has no SPECT image."), images.problems());
        assertTrue(images.ct().isPresent());
        assertEquals("none", images.delineations().get(1).why());
    }

    @Test
    void filesThatVanished_areNamed_andTheRestIsRead() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.values());
        Files.delete(study.caseFile("p1", CaseFile.CT));
        Files.delete(study.caseFile("p1", CaseFile.KIDNEYS_SPECT));
        CaseImages images = read("p1");
        assertEquals(1, images.problems().size());
        assertTrue(images.problems().get(0).contains("ct.nii.gz"), images.problems().get(0));
        assertTrue(images.spect().isPresent());
        assertEquals("file gone", images.delineations().get(1).why());
        assertTrue(images.delineations().get(1).tooltip().contains("kidneys_spect.nii.gz"));
        assertTrue(images.delineations().get(0).isDrawn());
    }

    @Test
    void theFirstPoint_isTheMiddleOfTheRightKidney() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.CT, CaseFile.KIDNEYS_CT);
        // voxels 6 to 12, 10 to 18, 4 to 8: middle (9, 14, 6) at (-30 + 13.5, -20 + 28, 900 + 19.5)
        Vector3 point = read("p1").firstPointMm().orElseThrow();
        assertEquals(0, point.minus(new Vector3(-16.5, 8, 919.5)).length(), 1e-3);
    }

    @Test
    void aVolumeOfOneSlice_isShown() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.CT);
        Grid flat = Grid.axial(8, 8, 1, new Vector3(2, 3, 5), new Vector3(0, 0, 50));
        NiftiFiles.write(study.caseFile("p1", CaseFile.CT), new Volume(flat, Quantity.HOUNSFIELD, new float[64]));
        ViewerModel model = new ViewerModel();
        model.setImages(read("p1"));
        assertEquals(50, model.crossMm().z(), 1e-3);
        model.step(Plane.AXIAL, 1);
        assertEquals(50, model.crossMm().z(), 1e-3);
    }

    @Test
    void theReadOut_saysPositionValuesAndDelineations() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.values());
        ViewerModel model = new ViewerModel();
        model.setImages(read("p1"));
        // the CT's voxel (20, 15, 6) has its centre at (0, 10, 919.5); the SPECT's (10, 10, 7) at (2, 9, 920) reaches
        // 2, 2.25 and 2.5 mm to each side
        String text = ReadOut.of(model, new Vector3(0.4, 10, 919.5));
        assertTrue(text.startsWith("x 0.4   y 10.0   z 919.5 mm"), text);
        assertTrue(text.contains("CT 1000\u00a0HU"), text);
        assertTrue(text.contains("SPECT 8,000\u00a0Bq/ml"), text);
        assertTrue(ReadOut.of(model, new Vector3(-16.5, 8, 919.5)).endsWith("right in Manual on CT"));
        assertTrue(ReadOut.of(model, new Vector3(-36, 8, 919.5)).contains("CT outside"));
    }
}

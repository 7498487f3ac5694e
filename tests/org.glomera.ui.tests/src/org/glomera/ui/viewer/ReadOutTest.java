package org.glomera.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.pipeline.viewing.ViewedCase;
import org.glomera.pipeline.viewing.ViewedCaseReader;
import org.glomera.render.slice.Plane;
import org.glomera.study.CaseFile;
import org.glomera.study.StudyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.glomera.ui.preferences.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the viewer says of a point of a case that was read from its files. */
class ReadOutTest {

    @TempDir
    Path folder;
    private StudyFolder study;

    @BeforeEach
    void makeStudy() throws Exception {
        study = StudyFolder.create(folder.resolve("study"), "Study");
    }

    private ViewedCase read(String id) throws Exception {
        return ViewedCaseReader.read(study.root(), id, "", new NullProgressMonitor());
    }

    @Test
    void aVolumeOfOneSlice_isShown() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.CT);
        Grid flat = Grid.axial(8, 8, 1, new Vector3(2, 3, 5), new Vector3(0, 0, 50));
        NiftiFiles.write(study.caseFile("p1", CaseFile.CT), new Volume(flat, Quantity.HOUNSFIELD, new float[64]));
        ViewerModel model = new ViewerModel(Settings.ofWorkbench());
        model.setImages(read("p1"));
        assertEquals(50, model.crossMm().z(), 1e-3);
        model.step(Plane.AXIAL, 1);
        assertEquals(50, model.crossMm().z(), 1e-3);
    }

    @Test
    void theReadOut_saysPositionValuesAndDelineations() throws Exception {
        ViewerSamples.write(study, "p1", CaseFile.values());
        ViewerModel model = new ViewerModel(Settings.ofWorkbench());
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

package org.glomera.dicom.pixelmed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.DrawnKidneys;
import org.glomera.dicom.DrawnKidneysReader;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.KidneysOnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back: label map to file to label map. */
class SegFilesTest {

    @TempDir
    private Path folder;

    @Test
    void delineations_comeBackUnchanged() throws GlomeraException {
        Samples samples = new Samples(folder);
        DrawnKidneysReader reader = new DrawnKidneysReader(new PixelmedToolkit());
        for (Path file : List.of(samples.onCt, samples.segOnCt)) {
            DrawnKidneys drawn = reader.read(file);
            KidneysOnImage kidneys = drawn.onto(Samples.CT_GRID, KidneyStructures.COMMON_NAMES,
                    new NullProgressMonitor());
            assertArrayEquals(Samples.labels(Samples.CT_GRID).labels(), kidneys.kidneys().labels(), file.toString());
            assertEquals(List.of(), kidneys.remarks());
            assertEquals(Samples.STUDY.frameOfReferenceUid(), drawn.frameOfReferenceUid());
            assertEquals(List.of(samples.ct.reference().seriesInstanceUid()), drawn.referencedSeriesUids());
        }
        for (Path file : List.of(samples.onNm, samples.segOnNm)) {
            assertArrayEquals(Samples.labels(Samples.SPECT_GRID).labels(), reader.read(file)
                    .onto(Samples.SPECT_GRID, KidneyStructures.COMMON_NAMES, new NullProgressMonitor()).kidneys()
                    .labels(), file.toString());
        }
    }
}

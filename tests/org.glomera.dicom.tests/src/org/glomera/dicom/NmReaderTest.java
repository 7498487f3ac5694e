package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NmReaderTest {

    private static final double EXACT_ENOUGH_MM = 1e-8;

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private Path file;
    private DataSet header;

    @BeforeEach
    void writeATomogram() throws GlomeraException, IOException {
        file = new DicomWriter(toolkit).writeNm(folder.resolve("nm.dcm"), Phantoms.spect(Phantoms.AXIAL),
                Phantoms.STUDY, Phantoms.NM, null).files().get(0);
        header = toolkit.of(file);
    }

    @Test
    void withoutCalibration_valuesAreCounts() throws GlomeraException {
        header.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        assertEquals(Quantity.COUNTS, read().quantity());
        assertEquals(8f, read().values()[8]);
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> Emission.requireActivity(Phantoms.series("NM", List.of(file)), Quantity.COUNTS));
        assertTrue(problem.getMessage().contains("no calibration"), problem.getMessage());
        assertTrue(problem.getMessage().contains("--bq-per-ml-per-count"), problem.getMessage());
    }

    @Test
    void calibrationToAnotherUnit_isNoCalibration() throws GlomeraException {
        code().put(Tag.CODE_VALUE, "{counts}/s");
        assertEquals(Quantity.COUNTS, read().quantity());
    }

    @Test
    void kilobecquerels_becomeBecquerels() throws GlomeraException {
        code().put(Tag.CODE_VALUE, "kBq/ml");
        // Voxel 8 has 8 counts of 2.5 kBq/ml = 20000 Bq/ml.
        assertEquals(20000f, read().values()[8]);
    }

    @Test
    void interceptAndSlope_areApplied() throws GlomeraException {
        mapping().put(Tag.REAL_WORLD_VALUE_SLOPE, 0.5).put(Tag.REAL_WORLD_VALUE_INTERCEPT, 3);
        // 8 counts * 0.5 + 3 = 7
        assertEquals(7f, read().values()[8]);
    }

    @Test
    void countsOutsideTheMappedRange_areRefused() {
        mapping().put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 100);
        assertRefused("stored value 101", "0 to 100");
    }

    @Test
    void slopeOfZero_isRefused() {
        mapping().put(Tag.REAL_WORLD_VALUE_SLOPE, 0);
        assertRefused("slope", "not positive");
    }

    @Test
    void negativeSpacing_stacksAgainstTheNormal() throws GlomeraException {
        header.put(Tag.SPACING_BETWEEN_SLICES, -3.125);
        Volume spect = read();
        // The first frame stays where it is, at -400.75 mm, and is now the highest of five slices.
        assertEquals(-400.75 - 4 * 3.125, spect.grid().patientMm(0, 0, 0).z(), EXACT_ENOUGH_MM);
        assertEquals(Phantoms.spect(Phantoms.AXIAL).at(3, 2, 0), spect.at(3, 2, 4));
    }

    @Test
    void sliceVector_saysWhichSliceAFrameIs() throws GlomeraException {
        header.put(Tag.SLICE_VECTOR, 2, 1, 3, 5, 4);
        assertEquals(Phantoms.spect(Phantoms.AXIAL).at(3, 2, 0), read().at(3, 2, 1));
        assertEquals(Phantoms.spect(Phantoms.AXIAL).at(3, 2, 3), read().at(3, 2, 4));
        header.put(Tag.SLICE_VECTOR, 1, 1, 3, 5, 4);
        assertRefused("does not name each slice once");
    }

    @Test
    void framesOfSeveralWindows_areRefused() {
        header.put(Tag.NUMBER_OF_SLICES, 3);
        assertRefused("5 frames", "3 slices");
    }

    @Test
    void framesThatTheFileCannotHold_areRefusedBeforeTheyTakeMemory() {
        header.put(Tag.NUMBER_OF_FRAMES, 2_000_000_000).putEmpty(Tag.NUMBER_OF_SLICES, Tag.SLICE_VECTOR);
        // 7 x 6 x 5 voxels of 2 bytes
        assertRefused("2000000000 frames", "420 bytes");
    }

    @Test
    void projections_areRefused() {
        header.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "TOMO", "EMISSION");
        assertRefused("TOMO", "Reconstruct it first");
    }

    @Test
    void positionAtTheTopLevel_isUsedWhereTheDetectorHasNone() throws GlomeraException {
        header.putItems(Tag.DETECTOR_INFORMATION_SEQUENCE, new DataSet().put(Tag.COLLIMATOR_TYPE, "PARA"))
                .put(Tag.IMAGE_POSITION_PATIENT, 1, 2, 3).put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
        assertEquals(new Vector3(1, 2, 3), read().grid().patientMm(0, 0, 0));
    }

    @Test
    void withoutOrientation_isRefused() {
        header.putItems(Tag.DETECTOR_INFORMATION_SEQUENCE);
        assertRefused("image orientation (0020,0037)");
    }

    @Test
    void severalFiles_areNotOneTomogram() throws IOException {
        Path other = toolkit.add(folder.resolve("other.dcm"), header);
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> new NmReader(toolkit).read(Phantoms.series("NM", List.of(file, other)), SpectRules.asStored(),
                        null));
        assertTrue(problem.getMessage().contains("2 files"), problem.getMessage());
    }

    private DataSet mapping() {
        return header.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).get(0);
    }

    private DataSet code() {
        return mapping().items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).get(0);
    }

    private Volume read() throws GlomeraException {
        return new NmReader(toolkit).read(Phantoms.series("NM", List.of(file)), SpectRules.asStored(), null)
                .volume();
    }

    private void assertRefused(String... parts) {
        GlomeraException problem = assertThrows(GlomeraException.class, this::read);
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part), problem.getMessage());
        }
    }
}

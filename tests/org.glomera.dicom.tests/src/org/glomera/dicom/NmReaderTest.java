package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;
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
    void lettersOfPatientOrientation_standForTheOrientation() throws GlomeraException {
        header.putItems(Tag.DETECTOR_INFORMATION_SEQUENCE, new DataSet().put(Tag.IMAGE_POSITION_PATIENT, 1, 2, 3))
                .put(Tag.PATIENT_ORIENTATION, "R", "P");
        ReadImage image = image(SpectRules.asStored());
        // Rows run to the right, 1.5 mm a voxel, columns to the back, 2.25 mm; right x back = (-x) x y = -z, to the feet
        assertEquals(new Vector3(1 - 1.5, 2, 3), image.volume().grid().patientMm(1, 0, 0));
        assertEquals(new Vector3(1, 2 + 2.25, 3), image.volume().grid().patientMm(0, 1, 0));
        assertEquals(new Vector3(1, 2, 3 - 3.125), image.volume().grid().patientMm(0, 0, 1));
        assertRemark(image, "(0020,0020)");
        header.put(Tag.PATIENT_ORIENTATION, "RF", "P");
        assertRefused("image orientation (0020,0037) is missing");
    }

    @Test
    void withoutAnyPlace_theRefusalSaysWhatTheTomogramIs() {
        header.putItems(Tag.DETECTOR_INFORMATION_SEQUENCE);
        assertRefused("7 x 6 x 5 voxels of 1.5 x 2.25 x 3.125 mm", "not guessed");
    }

    @Test
    void orientationIsThatOfTheFramesDetector() throws GlomeraException {
        DataSet first = header.items(Tag.DETECTOR_INFORMATION_SEQUENCE).get(0);
        DataSet second = new DataSet().put(Tag.IMAGE_POSITION_PATIENT, 1, 2, 3)
                .put(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, 1);
        header.putItems(Tag.DETECTOR_INFORMATION_SEQUENCE, first, second).put(Tag.DETECTOR_VECTOR, 2, 2, 2, 2, 2);
        assertEquals(new Vector3(1, 2, 3), read().grid().patientMm(0, 0, 0));
        // Rows run to the back, 1.5 mm a voxel.
        assertEquals(new Vector3(1, 3.5, 3), read().grid().patientMm(1, 0, 0));
    }

    @Test
    void framesOfSeveralImages_areRefusedByName() {
        header.put(Tag.ENERGY_WINDOW_VECTOR, 1, 1, 1, 2, 2);
        assertRefused("2 energy windows (0054,0010)");
        header.putEmpty(Tag.ENERGY_WINDOW_VECTOR).put(Tag.TIME_SLOT_VECTOR, 1, 2, 3, 4, 5);
        assertRefused("5 time slots of a gated study");
        header.putEmpty(Tag.TIME_SLOT_VECTOR).put(Tag.PHASE_VECTOR, 1, 2, 2, 2, 2);
        assertRefused("2 phases of a dynamic study");
    }

    @Test
    void gatedTomogramOfOneTimeSlot_isRead() throws GlomeraException {
        header.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "RECON GATED TOMO", "EMISSION")
                .put(Tag.TIME_SLOT_VECTOR, 1, 1, 1, 1, 1);
        assertEquals(5, read().grid().nz());
    }

    @Test
    void otherSpellingsOfTheType_areReadWhereFramesAreSlices() throws GlomeraException {
        header.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "RECON_TOMO", "EMISSION");
        assertEquals(5, read().grid().nz());
        header.put(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY");
        assertRemark(image(SpectRules.asStored()), "its frames are the slices of a tomogram");
        header.putEmpty(Tag.FRAME_INCREMENT_POINTER);
        assertRefused("neither its type");
    }

    @Test
    void transmissionTomograms_areRefused() {
        header.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "RECON TOMO", "TRANSMISSION");
        assertRefused("map of attenuation");
    }

    @Test
    void unitAndRescale_areBqPerMlToo() throws GlomeraException {
        header.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).put(Tag.UNITS, "BQML").put(Tag.RESCALE_SLOPE, 0.5)
                .put(Tag.RESCALE_INTERCEPT, 1);
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, read().quantity());
        // 8 * 0.5 + 1
        assertEquals(5f, read().values()[8]);
    }

    @Test
    void mappingByATable_isRefused() {
        DataSet table = new DataSet().put(Tag.REAL_WORLD_VALUE_LUT_DATA, 0, 1, 2);
        table.putItems(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, code());
        header.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, table);
        assertRefused("table (0040,9212)");
    }

    @Test
    void countsBecomeBqPerMl_byTheFactorOfTheUser() throws GlomeraException {
        header.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).put(Tag.RESCALE_SLOPE, 2);
        ReadImage image = image(SpectRules.asStored().with(new Calibration.BqPerMlPerCount(1.5)));
        // 8 stored, rescaled by 2 to 16 counts, 1.5 Bq/ml each
        assertEquals(24f, image.volume().values()[8]);
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, image.volume().quantity());
        assertRemark(image, "1.5 Bq/ml per count");
    }

    @Test
    void countsBecomeBqPerMl_byTheSensitivityOfTheUser() throws GlomeraException {
        header.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        ReadImage image = image(SpectRules.asStored().with(new Calibration.Sensitivity(9.36)));
        // 120 frames of 20 s: 2400 s. Voxel 1.5 x 2.25 x 3.125 mm: 0.010546875 ml. 8 counts:
        // 8e6 / (9.36 * 2400 * 0.010546875) = 33766.0
        assertEquals(33766.0, image.volume().values()[8], 0.1);
        assertRemark(image, "9.36 cps/MBq", "2400 s");
        header.items(Tag.ROTATION_INFORMATION_SEQUENCE).get(0).putEmpty(Tag.NUMBER_OF_FRAMES_IN_ROTATION);
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> image(SpectRules.asStored().with(new Calibration.Sensitivity(9.36))));
        assertTrue(problem.getMessage().contains("(0054,0053)"), problem.getMessage());
    }

    @Test
    void decayOfAnUncorrectedTomogram_isBroughtToTheStartOfTheScan() throws GlomeraException {
        // Corrected Image names ATTN and SCAT only, so decay is not corrected. Half-life set to the acquisition's 2400 s:
        // k D = ln 2, the start is ln 2 / (1 - 1/2) = 1.38629 times the mean. 8 counts of 2.5 Bq/ml = 20 Bq/ml
        tracer().put(Tag.RADIONUCLIDE_HALF_LIFE, 2400);
        ReadImage image = image(SpectRules.asStored().with(DecayReference.SCAN_START));
        assertEquals(20 * 2 * Math.log(2), image.volume().values()[8], 1e-5);
        assertRemark(image, "multiplied by 1.38629");
    }

    @Test
    void correctedDecayWithoutATime_isNotGuessed() throws GlomeraException {
        header.put(Tag.CORRECTED_IMAGE, "ATTN", "DECY");
        assertRemark(image(SpectRules.asStored()), "does not say for which time");
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> image(SpectRules.asStored().with(DecayReference.SCAN_START)));
        assertTrue(problem.getMessage().contains("does not say for which time"), problem.getMessage());
        // 13:05:07 is when the sample was acquired, one half-life after the time that the file names.
        header.put(Tag.DECAY_CORRECTED, "YES").put(Tag.DECAY_CORRECTION_DATE_TIME, "20240229120507");
        tracer().put(Tag.RADIONUCLIDE_HALF_LIFE, 3600);
        assertEquals(10f, image(SpectRules.asStored().with(DecayReference.SCAN_START)).volume().values()[8]);
    }

    @Test
    void slicesExportedOneByOne_areStackedByTheirPositions() throws GlomeraException, IOException {
        List<DataSet> slices = new ArrayList<>();
        for (DataSet pet : PetSamples.slices(Phantoms.OBLIQUE)) {
            slices.add(pet.put(Tag.SOP_CLASS_UID, Uids.NM_IMAGE)
                    .put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "RECON TOMO", "EMISSION")
                    .put(Tag.NUMBER_OF_FRAMES, 1).put(Tag.NUMBER_OF_SLICES, 1).put(Tag.SLICE_VECTOR, 1));
        }
        Volume volume = new NmReader(toolkit).read(PetSamples.series(toolkit, folder, "NM", slices),
                SpectRules.asStored(), null).volume();
        assertEquals(0, volume.grid().patientMm(6, 5, 4).minus(Phantoms.OBLIQUE.patientMm(6, 5, 4)).length(),
                EXACT_ENOUGH_MM);
        // Voxel (3, 2, 4) stores 4 * 42 + 2 * 7 + 3 = 185, the slope is 2.
        assertEquals(370f, volume.at(3, 2, 4));
    }

    @Test
    void severalFiles_areNotOneTomogram() throws IOException {
        Path other = toolkit.add(folder.resolve("other.dcm"), header);
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> new NmReader(toolkit).read(Phantoms.series("NM", List.of(file, other)), SpectRules.asStored(),
                        null));
        assertTrue(problem.getMessage().contains("other files too"), problem.getMessage());
    }

    @Test
    void hostileNumbers_giveAnImageOrASentence() {
        header.putItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        double[] hostile = {0, -1, 2, 65535, -32768, 4294967295.0, Double.NaN, Double.POSITIVE_INFINITY};
        for (DataSet item : List.of(header, header.items(Tag.DETECTOR_INFORMATION_SEQUENCE).get(0),
                header.items(Tag.ROTATION_INFORMATION_SEQUENCE).get(0), tracer())) {
            for (Tag tag : List.copyOf(item.tags())) {
                if (tag.vr().form() == Vr.Form.NUMBER) {
                    double[] before = item.numbers(tag);
                    for (double value : hostile) {
                        item.put(tag, value);
                        sentenceOrImage();
                        item.put(tag, value, value, value, value, value);
                        sentenceOrImage();
                    }
                    item.put(tag, before);
                } else if (tag.vr().form() == Vr.Form.TEXT) {
                    String[] before = item.texts(tag).toArray(String[]::new);
                    for (String value : List.of("", "x", "NaN", "-1", "0", "1e999", "2147483648", "9".repeat(300))) {
                        item.put(tag, value);
                        sentenceOrImage();
                    }
                    item.put(tag, before);
                }
            }
        }
    }

    private void sentenceOrImage() {
        try {
            image(new SpectRules(Optional.of(new Calibration.Sensitivity(9.36)), DecayReference.SCAN_START));
        } catch (GlomeraException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }

    private DataSet mapping() {
        return header.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).get(0);
    }

    private DataSet code() {
        return mapping().items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).get(0);
    }

    private DataSet tracer() {
        return header.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).get(0);
    }

    private ReadImage image(SpectRules rules) throws GlomeraException {
        return new NmReader(toolkit).read(Phantoms.series("NM", List.of(file)), rules, null);
    }

    private static void assertRemark(ReadImage image, String... parts) {
        assertTrue(image.remarks().stream().anyMatch(remark -> List.of(parts).stream().allMatch(remark::contains)),
                image.remarks().toString());
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

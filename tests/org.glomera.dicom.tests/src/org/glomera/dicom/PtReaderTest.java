package org.glomera.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtReaderTest {

    private static final double EXACT_ENOUGH_MM = 1e-8;
    /** Values are single precision, which has 24 bits: 6e-8 of the value. */
    private static final double SINGLE_PRECISION = 1e-7;

    @TempDir
    private Path folder;

    private final MemoryToolkit toolkit = new MemoryToolkit();
    private final List<DataSet> slices = PetSamples.slices(Phantoms.AXIAL);

    @Test
    void everyMark_isWhereItWas_inThreeOrientations() throws GlomeraException, IOException {
        for (Grid grid : Phantoms.ORIENTATIONS) {
            Path own = folder.resolve("grid" + Phantoms.ORIENTATIONS.indexOf(grid));
            Volume pet = new PtReader(toolkit).read(PetSamples.series(toolkit, own, "PT", PetSamples.slices(grid)),
                    SpectRules.asStored(), null).volume();
            assertEquals(0, pet.grid().patientMm(6, 5, 4).minus(grid.patientMm(6, 5, 4)).length(), EXACT_ENOUGH_MM);
            for (int i = 0; i < grid.voxelCount(); i++) {
                assertEquals(2f * i, pet.values()[i]);
            }
        }
    }

    @Test
    void eachSlice_hasItsOwnSlope() throws GlomeraException, IOException {
        for (int z = 0; z < slices.size(); z++) {
            slices.get(z).put(Tag.RESCALE_SLOPE, z + 1);
        }
        Volume pet = read(SpectRules.asStored()).volume();
        // 7 x 6 = 42 voxels a slice: voxel (3, 2, 4) stores 4 * 42 + 2 * 7 + 3 = 185, its slope is 5
        assertEquals(5 * 185f, pet.at(3, 2, 4));
        assertEquals(1 * 17f, pet.at(3, 2, 0));
    }

    @Test
    void outlineByHeaders_isThatOfTheVolume() throws GlomeraException, IOException {
        DicomSeries series = PetSamples.series(toolkit, folder, "PT", slices);
        ImageOutline outline = new PtReader(toolkit).look(series, SpectRules.asStored(), null);
        assertEquals(0, toolkit.pixelReads());
        ReadImage image = new PtReader(toolkit).read(series, SpectRules.asStored(), null);
        assertEquals(image.volume().grid(), outline.grid());
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, outline.quantity());
        assertEquals(image.remarks(), outline.remarks());
    }

    @Test
    void asStored_leavesTheValuesAndSaysWhatTheyReferTo() throws GlomeraException, IOException {
        ReadImage image = read(SpectRules.asStored());
        assertEquals(10f, image.volume().values()[5]);
        assertRemark(image, "stored as PET", "177Lu");
        assertRemark(image, "for the start of the acquisition");
    }

    @Test
    void activityAtAdministration_isHalvedForTheStartOfTheScan() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.DECAY_CORRECTION, "ADMIN"));
        ReadImage image = read(SpectRules.asStored().with(DecayReference.SCAN_START));
        // 100 h = one half-life later: 10 * 2^(-100 h / 100 h) = 5
        assertEquals(5f, image.volume().values()[5]);
        assertRemark(image, "multiplied by 0.5", "100 h later");
    }

    @Test
    void activityAtTheStart_isDoubledForTheAdministration() throws GlomeraException, IOException {
        assertEquals(20f, read(SpectRules.asStored().with(DecayReference.ADMINISTRATION)).volume().values()[5]);
    }

    @Test
    void activityAtAChosenTime_followsTheFormula() throws GlomeraException, IOException {
        // 50 h after the start of the acquisition: 2024-02-29 13:05 + 50 h = 2024-03-02 15:05; 10 * 2^(-0.5) = 7.0711
        Volume pet = read(SpectRules.asStored().with(DecayReference.parse("2024-03-02T15:05"))).volume();
        assertEquals(10 * Math.sqrt(0.5), pet.values()[5], 10 * SINGLE_PRECISION);
    }

    @Test
    void uncorrectedDecay_isThatOfTheMeanOfTheAcquisition() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.DECAY_CORRECTION, "NONE"));
        Volume pet = read(SpectRules.asStored().with(DecayReference.SCAN_START)).volume();
        // k D = ln 2 * 1200 s / 360000 s = 0.00231049; the mean is (1 - e^-kD) / kD of the start, so the start is
        // 10 * 0.00231049 / (1 - e^-0.00231049) = 10 * 1.00115569
        assertEquals(10 * 1.00115569, pet.values()[5], 1e-6);
    }

    @Test
    void uncorrectedDecay_isThatOfEachBedPosition() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.DECAY_CORRECTION, "NONE"));
        // The last slice was acquired 100 h later, one half-life: twice the factor of the others.
        slices.get(4).put(Tag.ACQUISITION_DATE, "20240304").put(Tag.ACQUISITION_TIME, "170500");
        ReadImage image = read(SpectRules.asStored().with(DecayReference.SCAN_START));
        assertEquals(2 * 2 * 168 * 1.00115569, image.volume().at(0, 0, 4), 1e-3);
        assertRemark(image, "1.00116 to 2.00231");
    }

    @Test
    void uptakeValues_becomeBqPerMl() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.UNITS, "GML").put(Tag.PATIENT_WEIGHT, 74));
        Volume pet = read(SpectRules.asStored()).volume();
        // Half of 7.4e9 Bq is left at the start: 3.7e9 Bq / 74000 g = 50000 Bq/ml per g/ml; 10 g/ml stored
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, pet.quantity());
        assertEquals(500000f, pet.values()[5]);
        slices.forEach(slice -> slice.put(Tag.DECAY_CORRECTION, "ADMIN"));
        assertEquals(1000000f, read(SpectRules.asStored()).volume().values()[5]);
    }

    @Test
    void uptakeValuesWithoutWeight_areRefused() {
        slices.forEach(slice -> slice.put(Tag.UNITS, "GML"));
        assertRefused("weight (0010,1030)");
    }

    @Test
    void uptakeValuesWithADoseInAnotherUnit_areRefused() {
        slices.forEach(slice -> slice.put(Tag.UNITS, "GML").put(Tag.PATIENT_WEIGHT, 74)
                .items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).get(0).put(Tag.RADIONUCLIDE_TOTAL_DOSE, 7400));
        assertRefused("7400.0 Bq, which is not possible");
    }

    @Test
    void uptakeValuesByLeanMass_areRefused() {
        slices.forEach(slice -> slice.put(Tag.UNITS, "GML").put(Tag.PATIENT_WEIGHT, 74).put(Tag.SUV_TYPE, "LBM"));
        assertRefused("'LBM' (0054,1006)");
    }

    @Test
    void countsWithoutCalibration_stayCountsAndSayHowToCalibrate() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.UNITS, "CNTS"));
        ReadImage image = read(SpectRules.asStored());
        assertEquals(Quantity.COUNTS, image.volume().quantity());
        assertRemark(image, "--sensitivity-cps-per-mbq");
    }

    @Test
    void countsWithASensitivity_becomeBqPerMl() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.UNITS, "CNTS"));
        Volume pet = read(SpectRules.asStored().with(new Calibration.Sensitivity(10))).volume();
        // A voxel of 1.5 x 2.25 x 3.125 mm has 0.010546875 ml; 10 counts in 1200 s:
        // 10 * 1e6 / (10 cps/MBq * 1200 s * 0.010546875 ml) = 79012.35 Bq/ml
        assertEquals(79012.3457, pet.values()[5], 79012 * SINGLE_PRECISION);
    }

    @Test
    void proportionalCounts_takeAFactorButNoSensitivity() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.UNITS, "PROPCNTS"));
        assertEquals(35f, read(SpectRules.asStored().with(new Calibration.BqPerMlPerCount(3.5))).volume().values()[5]);
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> read(SpectRules.asStored().with(new Calibration.Sensitivity(10))));
        assertTrue(problem.getMessage().contains("PROPCNTS"), problem.getMessage());
    }

    @Test
    void philipsScaleFactor_makesBqPerMlOfCounts() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.UNITS, "CNTS").put(Tag.PHILIPS_PET_CREATOR, "Philips PET Private Group")
                .put(Tag.PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR, 0.25));
        Volume pet = read(SpectRules.asStored()).volume();
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, pet.quantity());
        assertEquals(2.5f, pet.values()[5]);
    }

    @Test
    void calibrationOfTheUser_leavesBqPerMlAlone() throws GlomeraException, IOException {
        assertEquals(10f, read(SpectRules.asStored().with(new Calibration.BqPerMlPerCount(3.5))).volume().values()[5]);
    }

    @Test
    void otherUnits_areRefused() {
        slices.forEach(slice -> slice.put(Tag.UNITS, "MLMINML"));
        assertRefused("'MLMINML' (0054,1001)");
        slices.forEach(slice -> slice.putEmpty(Tag.UNITS));
        assertRefused("does not say the unit");
    }

    @Test
    void slicesOfTwoUnits_areRefused() {
        slices.get(2).put(Tag.UNITS, "CNTS");
        assertRefused("another unit or another decay correction");
    }

    @Test
    void missingSlope_isRefused() {
        slices.get(2).putEmpty(Tag.RESCALE_SLOPE);
        assertRefused("rescale slope (0028,1053) is missing");
    }

    @Test
    void dynamicAndGatedSeries_areRefused() {
        slices.forEach(slice -> slice.put(Tag.NUMBER_OF_TIME_SLICES, 2));
        assertRefused("2 time slices");
        slices.forEach(slice -> slice.put(Tag.NUMBER_OF_TIME_SLICES, 1).put(Tag.NUMBER_OF_TIME_SLOTS, 8));
        assertRefused("8 time slots");
    }

    @Test
    void rotatingProjections_areRefused() {
        slices.forEach(slice -> slice.put(Tag.SERIES_TYPE, "WHOLE BODY", "REPROJECTION"));
        assertRefused("REPROJECTION");
    }

    @Test
    void missingHalfLifeOfLutetium_isTakenWithARemark() throws GlomeraException, IOException {
        tracers(tracer -> tracer.putEmpty(Tag.RADIONUCLIDE_HALF_LIFE));
        ReadImage image = read(SpectRules.asStored().with(DecayReference.ADMINISTRATION));
        // 2^(100 h / (6.647 * 24 h)) = 2^0.626849 = 1.544188
        assertEquals(10 * 1.544188, image.volume().values()[5], 1e-5);
        assertRemark(image, "6.647 days");
    }

    @Test
    void missingHalfLifeOfAnotherNuclide_isRefused() {
        tracers(tracer -> tracer.putEmpty(Tag.RADIONUCLIDE_HALF_LIFE, Tag.RADIONUCLIDE_CODE_SEQUENCE));
        assertRefused(DecayReference.ADMINISTRATION, "half-life of its radionuclide (0018,1075)");
    }

    @Test
    void timeOfDayAlone_isNotEnoughForANuclideOfDays() {
        tracers(tracer -> tracer.putEmpty(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME));
        assertRefused(DecayReference.ADMINISTRATION, "only the time of day");
    }

    @Test
    void timeOfDayAfterTheScan_isOfTheDayBefore_forANuclideOfHours() throws GlomeraException, IOException {
        // Given at 21:05 the day before, 16 h before the scan; half-life 8 h: 2^(16 / 8) = 4
        tracers(tracer -> tracer.putEmpty(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, Tag.RADIONUCLIDE_CODE_SEQUENCE)
                .put(Tag.RADIOPHARMACEUTICAL_START_TIME, "210500").put(Tag.RADIONUCLIDE_HALF_LIFE, 8 * 3600));
        ReadImage image = read(SpectRules.asStored().with(DecayReference.ADMINISTRATION));
        assertEquals(40f, image.volume().values()[5]);
        assertRemark(image, "the day before the acquisition");
    }

    @Test
    void missingAcquisitionTime_isRefusedOnlyWhereItIsNeeded() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.putEmpty(Tag.ACQUISITION_TIME));
        assertEquals(10f, read(SpectRules.asStored()).volume().values()[5]);
        // START for the start of the scan needs no times at all.
        assertEquals(10f, read(SpectRules.asStored().with(DecayReference.SCAN_START)).volume().values()[5]);
        assertRefused(DecayReference.ADMINISTRATION, "when its acquisition began");
    }

    @Test
    void decayFactorThatContradictsTheCorrection_isRemarkedOn() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.DECAY_CORRECTION, "ADMIN").put(Tag.DECAY_FACTOR, 1));
        assertRemark(read(SpectRules.asStored().with(DecayReference.SCAN_START)), "decay factor of 1", "its times give 2");
    }

    @Test
    void unknownDecayCorrection_isRefusedOnlyWhereItMatters() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.putEmpty(Tag.DECAY_CORRECTION));
        assertRemark(read(SpectRules.asStored()), "does not say whether decay is corrected");
        assertRefused(DecayReference.SCAN_START, "does not say whether decay is corrected");
    }

    @Test
    void padding_hasNoActivity() throws GlomeraException, IOException {
        slices.forEach(slice -> slice.put(Tag.PIXEL_PADDING_VALUE, 5).put(Tag.RESCALE_INTERCEPT, 1));
        Volume pet = read(SpectRules.asStored()).volume();
        assertEquals(0f, pet.values()[5]);
        assertEquals(13f, pet.values()[6]);
    }

    @Test
    void numbersThatCannotBe_areRefused() {
        slices.forEach(slice -> slice.put(Tag.DECAY_CORRECTION, "ADMIN"));
        tracers(tracer -> tracer.put(Tag.RADIONUCLIDE_HALF_LIFE, 1));
        assertRefused(DecayReference.SCAN_START, "half-life of 1.0 s");
        slices.forEach(slice -> slice.put(Tag.RESCALE_SLOPE, 1e300));
        assertRefused("larger than numbers can be");
    }

    @Test
    void hostileValues_giveAnImageOrASentence() throws IOException {
        List<String> hostile = List.of("", "abc", "NaN", "-1", "0", "1e999", "-1e308", "99999999999999999999", "2e9",
                "24.02.29", "20249999", "256161", "9".repeat(500), "START", "\u0000");
        DataSet slice = slices.get(2);
        for (Tag tag : List.copyOf(slice.tags())) {
            if (tag.vr().form() == Vr.Form.TEXT) {
                String[] before = slice.texts(tag).toArray(String[]::new);
                for (String value : hostile) {
                    slice.put(tag, value);
                    sentenceOrImage(DecayReference.ADMINISTRATION);
                    sentenceOrImage(DecayReference.SCAN_START);
                }
                slice.put(tag, before);
            }
        }
        DataSet tracer = slices.get(0).items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).get(0);
        for (Tag tag : List.of(Tag.RADIONUCLIDE_HALF_LIFE, Tag.RADIOPHARMACEUTICAL_START_DATE_TIME,
                Tag.RADIOPHARMACEUTICAL_START_TIME, Tag.RADIONUCLIDE_TOTAL_DOSE)) {
            for (String value : hostile) {
                tracer.put(tag, value);
                sentenceOrImage(DecayReference.ADMINISTRATION);
            }
        }
    }

    private void sentenceOrImage(DecayReference decay) throws IOException {
        try {
            for (float value : read(SpectRules.asStored().with(decay)).volume().values()) {
                assertTrue(Float.isFinite(value));
            }
        } catch (GlomeraException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }

    private void tracers(Consumer<DataSet> change) {
        slices.forEach(slice -> change.accept(slice.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).get(0)));
    }

    private ReadImage read(SpectRules rules) throws GlomeraException, IOException {
        return new PtReader(toolkit).read(PetSamples.series(toolkit, folder, "PT", slices), rules, null);
    }

    private static void assertRemark(ReadImage image, String... parts) {
        assertTrue(image.remarks().stream().anyMatch(remark -> List.of(parts).stream().allMatch(remark::contains)),
                image.remarks().toString());
    }

    private void assertRefused(String... parts) {
        assertRefused(DecayReference.AS_STORED, parts);
    }

    private void assertRefused(DecayReference decay, String... parts) {
        GlomeraException problem = assertThrows(GlomeraException.class,
                () -> read(SpectRules.asStored().with(decay)));
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part), problem.getMessage());
        }
    }
}

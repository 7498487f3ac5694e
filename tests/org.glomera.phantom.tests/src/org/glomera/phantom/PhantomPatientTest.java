package org.glomera.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;

class PhantomPatientTest {

    private static final int DIAGNOSTIC = 4;
    private static final int MISSING_LEFT = 7;
    private static final int TRUNCATED = 8;
    private static final int MISSING_RIGHT = 9;

    private static Vector3 centroid(LabelMap map, Side side) {
        Grid grid = map.grid();
        Vector3 sum = new Vector3(0, 0, 0);
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (map.at(x, y, z) == side.label()) {
                        sum = sum.plus(grid.patientMm(x, y, z));
                    }
                }
            }
        }
        return sum.times(1.0 / map.count(side));
    }

    private static KidneyTruth truth(PhantomPatient patient, Side side) {
        return patient.truth().kidneys().get(side == Side.RIGHT ? 0 : 1);
    }

    @Test
    void patient_isTheSameForTheSameSeed() throws Exception {
        PhantomPatient one = PhantomCohort.patient(TestSpecs.small(), 1);
        PhantomPatient two = PhantomCohort.patient(TestSpecs.small(), 1);
        assertEquals(one.truth(), two.truth());
        assertArrayEquals(one.ct().values(), two.ct().values());
        assertArrayEquals(one.spect().orElseThrow().image().values(), two.spect().orElseThrow().image().values());
        assertArrayEquals(one.manualKidneysCt().labels(), two.manualKidneysCt().labels());
    }

    @Test
    void patient_differsForAnotherSeedAndAnotherIndex() throws Exception {
        PhantomSpec spec = TestSpecs.small();
        float[] first = PhantomCohort.patient(spec, 0).ct().values();
        assertFalse(Arrays.equals(first, PhantomCohort.patient(spec.withSeed(43), 0).ct().values()));
        assertFalse(Arrays.equals(first, PhantomCohort.patient(spec, 1).ct().values()));
    }

    @Test
    void patient_doesNotDependOnTheCohortsLength() throws Exception {
        SpectSampling spect = TestSpecs.small().spect();
        // without movement: which patients move is drawn for the cohort as a whole
        PhantomPatient ofTwo = PhantomCohort.patient(TestSpecs.with(1, 0, 1, 0, 0, 0, 1, spect), 1);
        PhantomPatient ofFour = PhantomCohort.patient(TestSpecs.with(3, 0, 1, 0, 0, 0, 1, spect), 3);
        assertEquals("TE001", ofTwo.truth().patient());
        assertArrayEquals(ofTwo.ct().values(), ofFour.ct().values());
    }

    @Test
    void trueVolume_isThatOfTheMaskOnAnyGrid() throws Exception {
        for (int index : new int[] {0, 2, DIAGNOSTIC}) {
            PhantomPatient patient = PhantomCohort.patient(TestSpecs.exact(), index);
            for (Side side : Side.values()) {
                double ml = truth(patient, side).volumeMl();
                // 1000 voxels or more, of which half lie on the surface: random rounding of 500 voxels is 2 percent
                assertEquals(ml, patient.trueKidneysCt().volumeMl(side), 0.03 * ml);
                if (patient.spect().isPresent()) {
                    assertEquals(ml, patient.spect().get().trueKidneys().volumeMl(side), 0.03 * ml);
                }
                assertTrue(ml > 50 && ml < 290, () -> ml + " ml");
            }
        }
    }

    @Test
    void unblurredActivity_hasTheGivenMeanInEachKidney() throws Exception {
        for (int index = 0; index < 3; index++) {
            PhantomPatient patient = PhantomCohort.patient(TestSpecs.exact(), index);
            SpectImages spect = patient.spect().orElseThrow();
            for (Side side : Side.values()) {
                double given = truth(patient, side).activityConcentrationBqPerMl();
                // 1500 voxels of cortex and medulla, standard deviation a fifth of the mean: 0.5 percent, threefold
                assertEquals(given, mean(spect.image(), spect.trueKidneys(), side), 0.015 * given);
            }
        }
    }

    private static double mean(Volume volume, LabelMap mask, Side side) {
        double sum = 0;
        for (int i = 0; i < mask.labels().length; i++) {
            if (mask.labels()[i] == side.label()) {
                sum += volume.values()[i];
            }
        }
        return sum / mask.count(side);
    }

    @Test
    void blur_takesActivityOutOfTheKidneys() throws Exception {
        PhantomPatient patient = PhantomCohort.patient(TestSpecs.small(), 0);
        SpectImages spect = patient.spect().orElseThrow();
        for (Side side : Side.values()) {
            double share = mean(spect.image(), spect.trueKidneys(), side)
                    / truth(patient, side).activityConcentrationBqPerMl();
            // partial volume: an object of 5 cm, 13.4 mm of blur; recovery lies between a half and one
            assertTrue(share > 0.5 && share < 1, () -> "recovery " + share);
        }
    }

    @Test
    void trueShift_isTheShiftOfTheMasksCentroids() throws Exception {
        int moved = 0;
        for (int index = 0; index < 4; index++) {
            PhantomPatient patient = PhantomCohort.patient(TestSpecs.exact(), index);
            for (Side side : Side.values()) {
                KidneyTruth truth = truth(patient, side);
                Vector3 ct = centroid(patient.trueKidneysCt(), side);
                Vector3 spect = centroid(patient.spect().orElseThrow().trueKidneys(), side);
                // a centroid of 1000 voxels of 4 to 7 mm is good to a third of a millimetre along each axis: its length
                // to sqrt(3) / 3 = 0.58 mm, and that of a difference between two grids to sqrt(6) / 3 = 0.82 mm
                assertEquals(0, spect.minus(ct).minus(truth.shiftMm()).length(), 0.82);
                assertEquals(0, ct.minus(truth.centroidCtMm()).length(), 0.6);
                double length = truth.shiftMm().length();
                assertTrue(length <= 15 + 1e-9, () -> length + " mm");
                assertEquals(patient.truth().moved(), length > 0);
            }
            moved += patient.truth().moved() ? 1 : 0;
        }
        assertEquals(2, moved);
    }

    @Test
    void kidneys_lieAtDifferentHeightsOfTheFieldOfView() throws Exception {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < 4; index++) {
            PhantomPatient patient = PhantomCohort.patient(TestSpecs.exact(), index);
            double height = centroid(patient.trueKidneysCt(), Side.RIGHT).z() - patient.ct().grid().centreMm().z();
            lowest = Math.min(lowest, height);
            highest = Math.max(highest, height);
        }
        // scans begin up to 45 mm higher or lower: four of them span a third of that range, 30 mm, with p = 0.9
        assertTrue(highest - lowest > 30, "they span " + (highest - lowest) + " mm");
    }

    @Test
    void withoutMovement_bothDelineationsShowTheSameAnatomy() throws Exception {
        PhantomSpec spec = TestSpecs.with(1, 0, 0, 0, 0, 0, 1, TestSpecs.exact().spect());
        PhantomPatient patient = PhantomCohort.patient(spec, 0);
        for (Side side : Side.values()) {
            Vector3 ct = centroid(patient.manualKidneysCt(), side);
            Vector3 spect = centroid(patient.spect().orElseThrow().manualKidneys(), side);
            assertEquals(0, spect.minus(ct).length(), 0.6);
        }
    }

    @Test
    void manualDelineation_straysALittleFromTheTruth() throws Exception {
        PhantomPatient patient = PhantomCohort.patient(TestSpecs.small(), 0);
        byte[] manual = patient.manualKidneysCt().labels();
        byte[] truth = patient.trueKidneysCt().labels();
        int both = 0;
        int sum = 0;
        for (int i = 0; i < manual.length; i++) {
            both += manual[i] != 0 && manual[i] == truth[i] ? 1 : 0;
            sum += (manual[i] != 0 ? 1 : 0) + (truth[i] != 0 ? 1 : 0);
        }
        double dice = 2.0 * both / sum;
        // strays of at most 1 mm, 0.4 mm on average, on a surface of 2 cm^2 a ml: about 2 percent of the volume
        assertTrue(dice > 0.95 && dice < 1, "Dice " + dice);
        PhantomPatient exact = PhantomCohort.patient(TestSpecs.exact(), 0);
        assertArrayEquals(exact.trueKidneysCt().labels(), exact.manualKidneysCt().labels());
    }

    @Test
    void rightKidney_liesAtSmallerX() throws Exception {
        for (int index = 0; index < 5; index++) {
            PhantomPatient patient = PhantomCohort.patient(TestSpecs.small(), index);
            double right = truth(patient, Side.RIGHT).centroidCtMm().x();
            double left = truth(patient, Side.LEFT).centroidCtMm().x();
            assertTrue(left - right > 80, "kidneys lie on both sides of the spine");
        }
    }

    @Test
    void kidneysLieWhollyInTheFieldOfView() throws Exception {
        for (int index = 0; index < 7; index++) {
            PhantomPatient patient = PhantomCohort.patient(TestSpecs.small(), index);
            assertFalse(touchesBorder(patient.trueKidneysCt()), "patient " + index);
            patient.spect().ifPresent(spect -> assertFalse(touchesBorder(spect.trueKidneys())));
        }
    }

    private static boolean touchesBorder(LabelMap map) {
        Grid grid = map.grid();
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    boolean border = x == 0 || y == 0 || z == 0 || x == grid.nx() - 1 || y == grid.ny() - 1
                            || z == grid.nz() - 1;
                    if (border && map.at(x, y, z) != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void diagnosticCt_hasNoSpectAndShowsContrastAgent() throws Exception {
        PhantomPatient patient = PhantomCohort.patient(TestSpecs.small(), DIAGNOSTIC);
        assertEquals(PhantomGroup.DIAGNOSTIC_TRAINING, patient.truth().group());
        assertTrue(patient.spect().isEmpty());
        assertTrue(Double.isNaN(truth(patient, Side.LEFT).activityConcentrationBqPerMl()));
        PhantomPatient plain = PhantomCohort.patient(TestSpecs.small(), 0);
        // enhanced kidneys have 100 HU and more, unenhanced ones about 30
        assertTrue(mean(patient.ct(), patient.trueKidneysCt(), Side.LEFT) > 90);
        double unenhanced = mean(plain.ct(), plain.trueKidneysCt(), Side.LEFT);
        assertTrue(unenhanced > 10 && unenhanced < 50, () -> unenhanced + " HU");
    }

    @Test
    void unusablePatients_lackWhatTheirDefectSays() throws Exception {
        PhantomSpec spec = TestSpecs.small();
        PhantomPatient noLeft = PhantomCohort.patient(spec, MISSING_LEFT);
        assertEquals(Defect.MISSING_LEFT_KIDNEY, noLeft.truth().defect());
        assertEquals(0, noLeft.manualKidneysCt().count(Side.LEFT));
        assertEquals(0, noLeft.spect().orElseThrow().manualKidneys().count(Side.LEFT));
        assertTrue(noLeft.manualKidneysCt().count(Side.RIGHT) > 0);
        PhantomPatient noRight = PhantomCohort.patient(spec, MISSING_RIGHT);
        assertEquals(Defect.MISSING_RIGHT_KIDNEY, noRight.truth().defect());
        assertEquals(0, noRight.manualKidneysCt().count(Side.RIGHT));
        assertTrue(noRight.manualKidneysCt().count(Side.LEFT) > 0);
    }

    @Test
    void truncatedCt_endsWithinTheLowerKidney() throws Exception {
        PhantomPatient cut = PhantomCohort.patient(TestSpecs.small(), TRUNCATED);
        assertEquals(Defect.TRUNCATED_CT, cut.truth().defect());
        LabelMap manual = cut.manualKidneysCt();
        byte[] lowest = Arrays.copyOf(manual.labels(), manual.grid().nx() * manual.grid().ny());
        assertFalse(Arrays.equals(lowest, new byte[lowest.length]), "the lowest slice shows a kidney");
        Side lower = truth(cut, Side.RIGHT).centroidCtMm().z() < truth(cut, Side.LEFT).centroidCtMm().z() ? Side.RIGHT
                : Side.LEFT;
        // cut 15 mm below the middle of a kidney of 90 to 130 mm: more than a half of it is shown, and less than nine tenths
        double shown = manual.volumeMl(lower) / truth(cut, lower).volumeMl();
        assertTrue(shown > 0.5 && shown < 0.9, () -> shown + " of the kidney is shown");
    }

    @Test
    void images_holdWhatDicomCanStore() throws Exception {
        PhantomPatient patient = PhantomCohort.patient(TestSpecs.small(), 0);
        for (float hu : patient.ct().values()) {
            assertTrue(hu >= -1024 && hu <= 3071 && hu == Math.rint(hu));
        }
        for (float bqPerMl : patient.spect().orElseThrow().image().values()) {
            assertTrue(bqPerMl >= 0 && Float.isFinite(bqPerMl));
        }
    }
}

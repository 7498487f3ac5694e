package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;
import org.glomera.pipeline.SegmentRequest.Windowing;
import org.junit.jupiter.api.Test;

class WindowPlanTest {

    private static final double ROUNDING_MM = 1e-9;

    /** 100 x 60 x 80 mm. */
    private final Grid image = Grid.axial(50, 20, 16, new Vector3(2, 3, 5), new Vector3(1, 1.5, 2.5));
    private final Vector3 middle = image.centreMm();

    /** A network with 10 x 12 x 8 input voxels. */
    private static InputPreparation trainedOn(double x, double y, double z) {
        return new InputPreparation(10, 12, 8, Map.of(Channel.CT, IntensityNormalisation.abdominalCt()), -1000,
                new Vector3(x, y, z));
    }

    private WindowPlan asTraining(double x, double y, double z) throws GlomeraException {
        return WindowPlan.of(image, trainedOn(x, y, z), new Windowing.AsTraining(), middle);
    }

    private static List<Integer> starts(WindowPlan plan, int axis) {
        return plan.axis(axis).starts();
    }

    @Test
    void imageLikeTheTrainings_isShownAsItIs() throws GlomeraException {
        // 100 / 90 = 1.11, 60 / 70 = 0.86, 80 / 65 = 1.23
        WindowPlan plan = asTraining(90, 70, 65);
        assertTrue(plan.field().isSameAs(image, ROUNDING_MM));
        assertTrue(plan.lattice().isSameAs(image.withSize(10, 12, 8), ROUNDING_MM));
        assertEquals(List.of(new WindowPlan.Box(0, 0, 0, 10, 12, 8)), plan.windows());
        assertEquals(List.of(), plan.changes());
        assertEquals(List.of(), plan.caveats());
    }

    @Test
    void shorterImage_isPaddedEvenly() throws GlomeraException {
        // y: 60 mm of 120 mm trained: 40 voxels, 10 more at each side
        Grid padded = asTraining(100, 120, 80).field();
        assertEquals(40, padded.ny());
        assertEquals(1.5 - 10 * 3, padded.patientMm(0, 0, 0).y(), ROUNDING_MM);
        assertEquals(50, padded.nx());
    }

    @Test
    void widerImage_isCutAroundTheBody() throws GlomeraException {
        // x: 100 mm of 40 mm trained: 20 voxels; a body centred at voxel 40 wants 30.5 to 49.5, rounded to 31 to 50,
        // of which 30 to 49 are there
        Vector3 body = image.patientMm(40, 9.5, 7.5);
        Grid cut = WindowPlan.of(image, trainedOn(40, 60, 80), new Windowing.AsTraining(), body).field();
        assertEquals(20, cut.nx());
        assertEquals(image.patientMm(30, 0, 0).x(), cut.patientMm(0, 0, 0).x(), ROUNDING_MM);
    }

    @Test
    void longerImage_isShownInWindowsThatOverlapByHalf() throws GlomeraException {
        // z: 80 mm of 40 mm trained: twice 8 points of 5 mm; windows of 8 points that start at 0, 4 and 8
        WindowPlan plan = asTraining(100, 60, 40);
        assertEquals(16, plan.lattice().nz());
        assertEquals(List.of(0, 4, 8), starts(plan, 2));
        assertEquals(List.of(0), starts(plan, 0));
        assertTrue(plan.caveats().get(0).contains("80 instead of 40 mm from feet to head"), plan.caveats().toString());
    }

    @Test
    void slidingWindows_haveTheTrainingsSpacingAlongEveryAxis() throws GlomeraException {
        // trained spacing 50 / 10 = 5, 60 / 12 = 5, 48 / 8 = 6 mm: 100 / 5 = 20 points; 60 / 5 = 12; 80 / 6 = 13.3: 13
        WindowPlan plan = WindowPlan.of(image, trainedOn(50, 60, 48), new Windowing.Sliding(), middle);
        Grid lattice = plan.lattice();
        assertEquals(List.of(20, 12, 13), List.of(lattice.nx(), lattice.ny(), lattice.nz()));
        // ceil((20 - 10) / 5) = 2 steps; ceil((13 - 8) / 4) = 2 steps: 0, 2.5, 5 rounded
        assertEquals(List.of(0, 5, 10), starts(plan, 0));
        assertEquals(List.of(0), starts(plan, 1));
        assertEquals(List.of(0, 3, 5), starts(plan, 2));
        assertEquals(9, plan.windows().size());
        assertEquals(List.of(), plan.caveats());
    }

    @Test
    void slidingWindows_padWhatIsSmallerThanOne_andStretchNothing() throws GlomeraException {
        // x: trained 120 mm in 10 points of 12 mm; 100 mm are 8.3 points, so 50 voxels become 50 x 10 / 8.33 = 60
        WindowPlan plan = WindowPlan.of(image, trainedOn(120, 60, 80), new Windowing.Sliding(), middle);
        assertEquals(60, plan.field().nx());
        assertEquals(10, plan.lattice().nx());
        assertEquals(12, plan.lattice().spacingMm().x(), ROUNDING_MM);
    }

    @Test
    void finerSpacing_isShownInMoreWindows_normalisedOverTheTrainedLength() throws GlomeraException {
        // trained 100 x 60 x 80 mm at 10 x 5 x 10 mm; at 5 mm: 20 x 12 x 16 points
        WindowPlan plan = WindowPlan.of(image, trainedOn(100, 60, 80), new Windowing.Sliding(0.5,
                OptionalDouble.of(5)), middle);
        assertEquals(20, plan.lattice().nx());
        assertEquals(9, plan.windows().size());
        for (WindowPlan.Box window : plan.windows()) {
            assertEquals(new WindowPlan.Box(0, 0, 0, 20, 12, 16), plan.normalisedOver(window));
        }
        assertTrue(plan.caveats().get(0).contains("organs look larger"), plan.caveats().toString());
    }

    @Test
    void atTheTrainingsSpacing_aWindowIsNormalisedOverItself() throws GlomeraException {
        for (WindowPlan plan : List.of(asTraining(100, 60, 40), asTraining(90, 70, 65),
                WindowPlan.of(image, trainedOn(50, 60, 48), new Windowing.Sliding(), middle))) {
            for (WindowPlan.Box window : plan.windows()) {
                assertEquals(window, plan.normalisedOver(window));
            }
        }
    }

    @Test
    void spacingThatTakesTooManyWindows_isRefused() {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> WindowPlan.of(image, trainedOn(100, 60, 80),
                new Windowing.Sliding(0.9, OptionalDouble.of(0.5)), middle));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains("coarser spacing"), refused.getMessage());
    }

    @Test
    void box_cutsItsValuesOfALattice() {
        // 4 x 3 x 2 points that hold their own index
        Grid lattice = Grid.axial(4, 3, 2, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        float[] values = new float[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        // (1, 1, 1) is 1 + 4 (1 + 3) = 17, the row below it 21
        assertEquals(List.of(17f, 18f, 21f, 22f), floats(new WindowPlan.Box(1, 1, 1, 2, 2, 1).of(values, lattice)));
        assertEquals(new Vector3(2, 3, 5), new WindowPlan.Box(1, 1, 1, 2, 2, 1).grid(lattice).patientMm(0, 0, 0));
    }

    private static List<Float> floats(float[] values) {
        Float[] boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return List.of(boxed);
    }

    @Test
    void bodyCentre_isThatOfTissue() {
        float[] values = new float[image.voxelCount()];
        Arrays.fill(values, -1000);
        values[image.index(10, 4, 2)] = 40;
        values[image.index(12, 4, 6)] = 800;
        Vector3 centre = BodyCentre.ofMm(new Volume(image, Quantity.HOUNSFIELD, values));
        assertEquals(image.patientMm(11, 4, 4), centre);
    }
}

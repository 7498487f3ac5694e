package org.glomera.pipeline.segmenting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;

class FieldOfViewTest {

    private static final double ROUNDING_MM = 1e-9;
    private static final float SINGLE = 1e-6f;

    /** 100 x 60 x 80 mm. */
    private final Grid image = Grid.axial(50, 20, 16, new Vector3(2, 3, 5), new Vector3(1, 1.5, 2.5));
    private final Vector3 middle = image.centreMm();

    @Test
    void imageLikeTheTrainings_isTakenAsItIs() {
        // 100 / 90 = 1.11, 60 / 70 = 0.86, 80 / 65 = 1.23
        FieldOfView field = new FieldOfView(image, new Vector3(90, 70, 65), middle);
        assertEquals(1, field.windows().size());
        assertTrue(field.windows().get(0).isSameAs(image, ROUNDING_MM));
        assertEquals(List.of(), field.changes());
    }

    @Test
    void shorterImage_isPaddedEvenly() {
        // y: 60 mm of 120 mm trained: 40 voxels, 10 more at each side
        Grid padded = new FieldOfView(image, new Vector3(100, 120, 80), middle).windows().get(0);
        assertEquals(40, padded.ny());
        assertEquals(1.5 - 10 * 3, padded.patientMm(0, 0, 0).y(), ROUNDING_MM);
        assertEquals(50, padded.nx());
    }

    @Test
    void widerImage_isCutAroundTheBody() {
        // x: 100 mm of 40 mm trained: 20 voxels; a body centred at voxel 40 wants 30.5 to 49.5, rounded to 31 to 50,
        // of which 30 to 49 are there
        Vector3 body = image.patientMm(40, 9.5, 7.5);
        Grid cut = new FieldOfView(image, new Vector3(40, 60, 80), body).windows().get(0);
        assertEquals(20, cut.nx());
        assertEquals(image.patientMm(30, 0, 0).x(), cut.patientMm(0, 0, 0).x(), ROUNDING_MM);
    }

    @Test
    void longerImage_isShownInWindowsThatOverlapByHalf() {
        // z: 80 mm of 40 mm trained: windows of 8 of 16 voxels, starting at 0, 4 and 8
        FieldOfView field = new FieldOfView(image, new Vector3(100, 60, 40), middle);
        assertEquals(List.of(2.5, 22.5, 42.5),
                field.windows().stream().map(window -> window.patientMm(0, 0, 0).z()).toList());
        assertTrue(field.changes().get(0).contains("80 instead of 40 mm from feet to head"), field.changes().toString());
    }

    @Test
    void bodyCentre_isThatOfTissue() {
        float[] values = new float[image.voxelCount()];
        Arrays.fill(values, -1000);
        values[image.index(10, 4, 2)] = 40;
        values[image.index(12, 4, 6)] = 800;
        Vector3 centre = FieldOfView.bodyCentreMm(new Volume(image, Quantity.HOUNSFIELD, values));
        assertEquals(image.patientMm(11, 4, 4), centre);
    }

    @Test
    void overlappingAnswers_areWeighedByTheDistanceFromTheWindowsEnds() {
        Grid column = Grid.axial(1, 1, 6, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        Grid lower = Grid.axial(1, 1, 4, new Vector3(2, 3, 5), new Vector3(0, 0, 0));
        Grid upper = Grid.axial(1, 1, 4, new Vector3(2, 3, 5), new Vector3(0, 0, 10));
        WindowSum sum = new WindowSum(column);
        sum.add(new Volume(column, Quantity.PROBABILITY, new float[] {1, 1, 1, 1, 0, 0}), lower, false);
        sum.add(new Volume(column, Quantity.PROBABILITY, new float[6]), upper, false);
        // voxels 2 and 3 lie in both: at 2 the lower weighs 1 - 0.5 / 2 = 0.75 and the upper 1 - 1.5 / 2 = 0.25
        assertArrayEquals(new float[] {1, 1, 0.75f, 0.25f, 0, 0}, sum.mean(), SINGLE);
    }
}

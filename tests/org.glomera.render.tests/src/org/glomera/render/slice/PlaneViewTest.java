package org.glomera.render.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pixels and millimetres, slices and extents. */
class PlaneViewTest {

    /** Rounding of a few additions and multiplications of numbers below 1000. */
    private static final double ROUNDING = 1e-9;
    private static final Grid GRID = Grid.axial(20, 24, 16, new Vector3(2, 3, 5), new Vector3(-20, -33, 100));

    @ParameterizedTest
    @EnumSource(Plane.class)
    void pixelsAndMillimetres_leadIntoEachOther(Plane plane) {
        PlaneView view = new PlaneView(plane, new Vector3(12.5, -7, 903), 0.37, 301, 200);
        for (double[] pixel : new double[][] {{0, 0}, {17.25, 180.5}, {301, 200}}) {
            Vector3 point = view.patientMm(pixel[0], pixel[1]);
            assertEquals(pixel[0], view.xPx(point), ROUNDING);
            assertEquals(pixel[1], view.yPx(point), ROUNDING);
            assertEquals(plane.depthMm(view.centreMm()), plane.depthMm(point), ROUNDING);
        }
    }

    @Test
    void aPixelOnTheRight_isNearerToThePatientsLeft() {
        PlaneView view = new PlaneView(Plane.AXIAL, new Vector3(10, 20, 30), 0.5, 100, 60);
        // 20 pixels right of the middle are 10 mm to the left (x grows), 10 pixels up 5 mm to the front (y falls)
        assertEquals(new Vector3(20, 15, 30), view.patientMm(70, 20));
        PlaneView coronal = new PlaneView(Plane.CORONAL, new Vector3(10, 20, 30), 0.5, 100, 60);
        assertEquals(new Vector3(20, 20, 35), coronal.patientMm(70, 20));
        PlaneView sagittal = new PlaneView(Plane.SAGITTAL, new Vector3(10, 20, 30), 0.5, 100, 60);
        assertEquals(new Vector3(10, 30, 35), sagittal.patientMm(70, 20));
    }

    @Test
    void zooming_leavesThePlaceUnderTheCursorWhereItIs() {
        PlaneView view = new PlaneView(Plane.CORONAL, new Vector3(12.5, -7, 903), 0.4, 301, 200);
        PlaneView zoomed = view.zoomed(1.25, 40, 150);
        assertEquals(0.32, zoomed.mmPerPixel(), ROUNDING);
        assertEquals(0, view.patientMm(40, 150).minus(zoomed.patientMm(40, 150)).length(), ROUNDING);
    }

    @Test
    void aStep_goesToTheCentreOfTheNextSlice_andNotBeyondTheLast() {
        // slices' centres are at z = 100, 105, ... 175
        Vector3 between = new Vector3(1, 2, 121.7);
        assertEquals(120, Plane.AXIAL.step(GRID, between, 0).z(), ROUNDING);
        assertEquals(125, Plane.AXIAL.step(GRID, between, 1).z(), ROUNDING);
        assertEquals(110, Plane.AXIAL.step(GRID, between, -2).z(), ROUNDING);
        assertEquals(175, Plane.AXIAL.step(GRID, between, 99).z(), ROUNDING);
        assertEquals(100, Plane.AXIAL.step(GRID, between, -99).z(), ROUNDING);
        assertEquals(new Vector3(1, 3, 121.7), Plane.CORONAL.step(GRID, between, 0));
        assertEquals(new Vector3(2, 2, 121.7), Plane.SAGITTAL.step(GRID, between, 0));
    }

    @Test
    void aStep_goesTowardsTheHead_alsoWhereTheSlicesAreStoredFromHeadToFeet() {
        Grid down = new Grid(20, 24, 16, new Affine3(new Vector3(2, 0, 0), new Vector3(0, 3, 0), new Vector3(0, 0, -5),
                new Vector3(-20, -33, 175)));
        assertEquals(125, Plane.AXIAL.step(down, new Vector3(1, 2, 121.7), 1).z(), ROUNDING);
    }

    @Test
    void aStepOnAnObliqueGrid_goesByTheDistanceOfItsSlices() {
        double c = Math.cos(Math.toRadians(20));
        double s = Math.sin(Math.toRadians(20));
        Grid oblique = new Grid(10, 10, 10, new Affine3(new Vector3(2, 0, 0), new Vector3(0, 3 * c, 3 * s),
                new Vector3(0, -5 * s, 5 * c), new Vector3(0, 0, 0)));
        // 5 mm along an axis at 20 degrees to z are 5 cos 20 = 4.698 mm along z
        assertEquals(20 + 5 * c, Plane.AXIAL.step(oblique, new Vector3(1, 2, 20), 1).z(), ROUNDING);
    }

    @Test
    void theExtent_reachesToTheOuterFaces() {
        // -20 - 1 to 18 + 1, -33 - 1.5 to 36 + 1.5, 100 - 2.5 to 175 + 2.5
        assertEquals(new Extent(new Vector3(-21, -34.5, 97.5), new Vector3(19, 37.5, 177.5)), Extent.of(GRID));
        // coronal: 40 mm into 100 pixels, 80 mm into 50 pixels
        assertEquals(1.6, Extent.of(GRID).fitMmPerPixel(Plane.CORONAL, 100, 50), ROUNDING);
    }

    @Test
    void theProbe_givesTheVoxelThatCoversThePlace() {
        float[] values = new float[GRID.voxelCount()];
        values[GRID.index(3, 4, 5)] = 42;
        values[GRID.index(6, 4, 5)] = Float.NaN;
        Volume volume = new Volume(GRID, Quantity.HOUNSFIELD, values);
        // voxel (3, 4, 5) has its centre at (-14, -21, 125) and reaches 1, 1.5 and 2.5 mm to each side
        assertEquals(OptionalDouble.of(42), Probe.value(volume, new Vector3(-14.9, -19.6, 127.4)));
        assertEquals(OptionalDouble.of(0), Probe.value(volume, new Vector3(-15.1, -21, 125)));
        assertEquals(OptionalDouble.empty(), Probe.value(volume, new Vector3(-8, -21, 125)));
        assertEquals(OptionalDouble.empty(), Probe.value(volume, new Vector3(-21.1, -21, 125)));
    }

    @Test
    void theScaleBar_hasARoundLength() {
        PlaneView view = new PlaneView(Plane.AXIAL, new Vector3(0, 0, 0), 0.8, 500, 500);
        // 150 pixels are 120 mm, so the bar stands for 100 mm: 125 pixels
        assertEquals(new ScaleBar(100, 125), ScaleBar.of(view, 150));
        // 30 pixels are 24 mm: 20 mm, 25 pixels
        assertEquals(new ScaleBar(20, 25), ScaleBar.of(view, 30));
    }

    @Test
    void aViewWithoutPixelsOrScale_isRefused() {
        Vector3 origin = new Vector3(0, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> new PlaneView(Plane.AXIAL, origin, 0, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new PlaneView(Plane.AXIAL, origin, Double.NaN, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new PlaneView(Plane.AXIAL, origin, 1, 0, 10));
    }
}

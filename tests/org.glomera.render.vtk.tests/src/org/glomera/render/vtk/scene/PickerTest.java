package org.glomera.render.vtk.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.Clip;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.LineItem;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.ColourMap;
import org.junit.jupiter.api.Test;

/** What a pick meets, by hand arithmetic; without VTK. */
class PickerTest {

    /** Single-precision vertices of some ten millimetres. */
    private static final double ROUNDING_MM = 1e-4;
    /** In front of the origin, 2 pixels a millimetre in a picture 400 pixels high, parallel rays along +y. */
    private static final Camera FRONT = new Camera(new Vector3(0, -400, 0), new Vector3(0, 0, 0), new Vector3(0, 0, 1),
            2 * Math.toDegrees(Math.atan(0.25)), true);
    private static final SurfaceItem BOX = box("box", -15, 15, 1);

    private static SurfaceItem box(String id, double nearMm, double farMm, double opacity) {
        return new SurfaceItem(id, id, Meshes.box(new Vector3(-30, nearMm, -30), new Vector3(30, farMm, 30)), 0, opacity,
                Optional.empty());
    }

    private static SceneView view(Camera camera, Optional<Clip> clip, SceneItem... items) {
        return new SceneView(List.of(new ScenePane(List.of(items))), 1, camera, clip, 0, false, 600, 400, false);
    }

    /** The pick at the middle of pixel (300, 199): 0.25 mm right of and above the middle. */
    private static Pick middle(SceneItem... items) {
        return Picker.pick(view(FRONT, Optional.empty(), items), 300, 199).orElseThrow();
    }

    private static void assertAt(double x, double y, double z, Pick pick) {
        assertTrue(pick.pointMm().minus(new Vector3(x, y, z)).length() < ROUNDING_MM, pick.toString());
    }

    @Test
    void theNearestItem_isMet() {
        Pick pick = middle(box("far", 40, 50, 1), BOX, box("middle", 20, 30, 1));
        assertEquals("box", pick.itemId());
        assertAt(0.25, -15, 0.25, pick);
        assertTrue(Double.isNaN(pick.value()));
    }

    @Test
    void whatCannotBeSeen_isNotMet() {
        assertEquals("far", middle(box("unseen", -50, -40, 0), box("far", 40, 50, 1)).itemId());
        assertEquals(Optional.empty(), Picker.pick(view(FRONT, Optional.empty(), BOX), 10, 10));
    }

    @Test
    void aCutSurface_isMetAtItsRest() {
        // Behind y = 0 is kept: the ray goes through the open front to the far face.
        Clip clip = new Clip(new Vector3(0, 0, 0), new Vector3(0, 1, 0));
        assertAt(0.25, 15, 0.25, Picker.pick(view(FRONT, Optional.of(clip), BOX), 300, 199).orElseThrow());
    }

    @Test
    void behindTheCamera_parallelRaysMeetAndOthersDoNot() {
        SurfaceItem behind = box("behind", -900, -880, 1);
        assertEquals("behind", middle(behind).itemId());
        assertEquals(Optional.empty(), Picker.pick(view(FRONT.withParallel(false), Optional.empty(), behind), 300, 199));
    }

    @Test
    void aBall_isMetAtItsNearSide() {
        // At (0.25, 0.25) beside the middle of a ball of radius 10: y = -sqrt(100 - 0.125) = -9.99375.
        assertAt(0.25, -9.99375, 0.25, middle(new PointItem("ball", new Vector3(0, 0, 0), 0, 10)));
    }

    @Test
    void aLine_isMetWhereItIsNearest_andNotBeyondItsEnds() {
        // Along x at z = 0, radius 2: the ray at z = 0.25 passes above it, met at y = -sqrt(4 - 0.0625) = -1.98431.
        assertAt(0.25, -1.98431, 0.25, middle(new LineItem("line", new Vector3(-50, 0, 0), new Vector3(50, 0, 0), 0, 2)));
        LineItem beside = new LineItem("line", new Vector3(10, 0, 0), new Vector3(50, 0, 0), 0, 2);
        assertEquals(Optional.empty(), Picker.pick(view(FRONT, Optional.empty(), beside), 300, 199));
    }

    @Test
    void aPictureInSpace_isMetWhereItHasPixels() {
        // Two pixels beside each other over 40 mm, the left one empty.
        PlaneItem plane = new PlaneItem("slice", 2, 1, new int[] {0, 0xff112233}, new Vector3(-20, 5, 20),
                new Vector3(40, 0, 0), new Vector3(0, 0, -40), 1);
        assertAt(0.25, 5, 0.25, middle(plane));
        assertEquals("behind", Picker.pick(view(FRONT, Optional.empty(), plane, box("behind", 40, 50, 1)), 299, 199)
                .orElseThrow().itemId());
    }

    @Test
    void aCloud_isMetWhereItHasTakenThreeTenthsOfTheLight() {
        // Dense voxels of 4 x 2 x 6 mm from y = -5 to 5; a millimetre lets (1 - 0.5)^(1/10) of the light through, so 0.3
        // of it is taken after ln(0.7) / ln(0.5) * 10 = 5.1 mm: at the sixth sample of 1 mm, y = -5 + 5 = 0 or before.
        Grid grid = Grid.axial(5, 5, 5, new Vector3(4, 2, 6), new Vector3(-8, -4, -12));
        float[] values = new float[grid.voxelCount()];
        Arrays.fill(values, 7);
        Volume volume = new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
        Pick pick = middle(new CloudItem("spect", "SPECT", volume, 1, 7, ColourMap.HOT, 0.5));
        assertAt(0.25, pick.pointMm().y(), 0.25, pick);
        assertEquals(0, pick.pointMm().y(), 1);
        assertEquals(7, pick.value());
        // Too thin to be met: what lies behind is.
        assertEquals("behind", middle(new CloudItem("spect", "SPECT", volume, 1, 7, ColourMap.HOT, 0.1),
                box("behind", 40, 50, 1)).itemId());
        // NaN and what lies below the lowest value are transparent.
        Arrays.fill(values, 0, 62, Float.NaN);
        Arrays.fill(values, 62, 125, 1);
        assertEquals(Optional.empty(), Picker.pick(view(FRONT, Optional.empty(),
                new CloudItem("spect", "SPECT", volume, 1, 7, ColourMap.HOT, 1)), 300, 199));
    }

    @Test
    void theSecondPane_isMetInItsOwnPixels() {
        SceneView two = new SceneView(List.of(new ScenePane(List.of()), new ScenePane(List.of(BOX))), 2, FRONT,
                Optional.empty(), 0, false, 600, 400, false);
        // Its middle is at 300 + 150; a pane is 400 px high, so it is 2 px a mm as before.
        Pick pick = Picker.pick(two, 450, 199).orElseThrow();
        assertEquals(1, pick.pane());
        assertAt(0.25, -15, 0.25, pick);
        assertEquals(Optional.empty(), Picker.pick(two, 150, 199));
    }
}

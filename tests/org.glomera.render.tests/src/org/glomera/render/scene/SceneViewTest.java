package org.glomera.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.Extent;
import org.junit.jupiter.api.Test;

/** What panes, items and clips hold and refuse. */
class SceneViewTest {

    private static final Vector3 ZERO = new Vector3(0, 0, 0);
    private static final Camera CAMERA = Camera.of(StandardView.FRONT,
            new Extent(new Vector3(-10, -10, -10), new Vector3(10, 10, 10)));

    private static SceneView view(int panes, int columns, int width, int height) {
        return new SceneView(Collections.nCopies(panes, new ScenePane(List.of())), columns, CAMERA, Optional.empty(), 0,
                true, width, height, false);
    }

    @Test
    void panes_fillThePictureWithoutGapOrOverlap() {
        // Three panes in two columns of 101 x 51 pixels: columns 50 and 51 wide, rows 25 and 26 high.
        SceneView view = view(3, 2, 101, 51);
        assertEquals(2, view.rows());
        assertEquals(new PaneBox(0, 0, 50, 25), view.box(0));
        assertEquals(new PaneBox(50, 0, 51, 25), view.box(1));
        assertEquals(new PaneBox(0, 25, 50, 26), view.box(2));
        assertEquals(Optional.of(1), view.paneAt(50, 24));
        assertEquals(Optional.of(2), view.paneAt(49, 25));
        assertEquals(Optional.empty(), view.paneAt(50, 25));
        assertEquals(Optional.empty(), view.paneAt(-1, 0));
        assertEquals(Optional.empty(), view.paneAt(0, 51));
    }

    @Test
    void picturesThatCannotBe_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> view(0, 1, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> view(5, 4, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> view(1, 0, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> view(4, 4, 3, 10));
        assertThrows(IllegalArgumentException.class, () -> view(4, 1, 10, 3));
        assertThrows(IllegalArgumentException.class, () -> view(1, 1, SceneView.LARGEST_PX + 1, 10));
    }

    @Test
    void theExtentOfAPane_isThatOfAllItems() {
        // The ball reaches from -3 to 1 along x; the plane from (0, 5, 0) goes 20 along x and -7 along z.
        ScenePane pane = new ScenePane(List.of(new PointItem("ball", new Vector3(-1, 0, 0), 0, 2),
                new PlaneItem("slice", 1, 2, new int[2], new Vector3(0, 5, 0), new Vector3(20, 0, 0),
                        new Vector3(0, 0, -7), 1)));
        assertEquals(Optional.of(new Extent(new Vector3(-3, -2, -7), new Vector3(20, 5, 2))), pane.extent());
        assertEquals(Optional.empty(), new ScenePane(List.of()).extent());
    }

    @Test
    void itemsThatCannotBe_areRefused() {
        Mesh mesh = new Mesh(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new int[] {0, 1, 2});
        Optional<Colouring> tooFew = Optional.of(new Colouring(new float[2], 0, 1, ColourMap.VIRIDIS, "Distance", "mm"));
        PointItem point = new PointItem("a", ZERO, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> new SurfaceItem("a", "A", mesh, 0, 1.1, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new SurfaceItem("a", "A", mesh, 0, 1, tooFew));
        assertThrows(IllegalArgumentException.class, () -> new SurfaceItem(" ", "A", mesh, 0, 1, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new PointItem("a", ZERO, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new LineItem("a", ZERO, ZERO, 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ScenePane(List.of(point, point)));
        assertThrows(IllegalArgumentException.class, () -> new PlaneItem("a", 2, 2, new int[3], ZERO,
                new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1));
        assertThrows(IllegalArgumentException.class, () -> new PlaneItem("a", 1, 1, new int[1], ZERO,
                new Vector3(1, 0, 0), new Vector3(2, 0, 0), 1));
    }

    @Test
    void aClip_keepsTheSideOfItsNormal() {
        // What is to the patient's left of x = 10.
        Clip clip = new Clip(new Vector3(10, 0, 0), new Vector3(3, 0, 0));
        assertTrue(clip.keeps(new Vector3(11, -50, 4)));
        assertFalse(clip.keeps(new Vector3(9, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new Clip(ZERO, ZERO));
    }
}

package org.glomera.render.vtk.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.Clip;
import org.glomera.render.scene.CloudItem;
import org.glomera.render.scene.Colouring;
import org.glomera.render.scene.LineItem;
import org.glomera.render.scene.Mesh;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.PlaneItem;
import org.glomera.render.scene.PointItem;
import org.glomera.render.scene.SceneItem;
import org.glomera.render.scene.ScenePane;
import org.glomera.render.scene.ScenePicture;
import org.glomera.render.scene.SceneRenderer;
import org.glomera.render.scene.SceneView;
import org.glomera.render.scene.StandardView;
import org.glomera.render.scene.SurfaceItem;
import org.glomera.render.slice.ColourMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What VTK draws lies where the camera's arithmetic says, in the colours that were asked for. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SceneRendererTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int BACKGROUND = 0x102030;
    private static final Vector3 ZERO = new Vector3(0, 0, 0);
    /**
     * Stands 400 mm in front of the origin; tan(angle / 2) = 0.25, so the picture is 2 * 400 * 0.25 = 200 mm high there:
     * 2 pixels a millimetre.
     */
    private static final Camera FRONT = new Camera(new Vector3(0, -400, 0), ZERO, new Vector3(0, 0, 1),
            2 * Math.toDegrees(Math.atan(0.25)), false);
    /** Off the centre and of three sizes: x -10 to 30, y -15 to 15, z -40 to 40. */
    private static final Mesh BOX = Meshes.box(new Vector3(-10, -15, -40), new Vector3(30, 15, 40));
    /** Edges are smoothed over two pixels. */
    private static final int EDGE_PX = 2;
    /** Rounding of colours to 255 steps, twice. */
    private static final int ROUNDING_LEVELS = 2;
    /** The highlight of a surface that faces the camera: 0.15 of white. */
    private static final int HIGHLIGHT_LEVELS = 39;

    private SceneRenderer renderer;

    @BeforeEach
    void open() throws Exception {
        renderer = Displays.open();
    }

    @AfterEach
    void close() {
        if (renderer != null) {
            renderer.close();
        }
    }

    private static SurfaceItem surface(String id, Mesh mesh, int rgb) {
        return new SurfaceItem(id, id, mesh, rgb, 1, Optional.empty());
    }

    private static SceneView view(Camera camera, Optional<Clip> clip, boolean draft, SceneItem... items) {
        return new SceneView(List.of(new ScenePane(List.of(items))), 1, camera, clip, BACKGROUND, false, WIDTH, HEIGHT,
                draft);
    }

    private ScenePicture draw(SceneView view) throws Exception {
        return renderer.render(view).get();
    }

    private ScenePicture draw(Camera camera, SceneItem... items) throws Exception {
        return draw(view(camera, Optional.empty(), false, items));
    }

    private static int difference(int rgb, int other) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((rgb >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return largest;
    }

    private static void assertColour(int expected, int actual, int levels) {
        assertTrue(difference(expected, actual) <= levels,
                () -> "expected " + Integer.toHexString(expected) + ", got " + Integer.toHexString(actual));
    }

    private static void assertRectangle(ScenePicture picture, double left, double top, double right, double bottom) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean inside = x > left + EDGE_PX && x < right - EDGE_PX && y > top + EDGE_PX
                        && y < bottom - EDGE_PX;
                boolean outside = x < left - EDGE_PX || x > right + EDGE_PX || y < top - EDGE_PX
                        || y > bottom + EDGE_PX;
                boolean background = picture.rgb(x, y) == BACKGROUND;
                assertTrue(!(inside && background) && !(outside && !background), "pixel " + x + ", " + y + " is "
                        + Integer.toHexString(picture.rgb(x, y)));
            }
        }
    }

    @Test
    void aBoxInParallelRays_coversThePixelsOfItsSize() throws Exception {
        // x -10..30 at 2 px a mm from the middle 300: 280..360; z -40..40 from 200: 120..280.
        assertRectangle(draw(FRONT.withParallel(true), surface("box", BOX, 0xff8000)), 280, 120, 360, 280);
    }

    @Test
    void aBoxInPerspective_coversThePixelsOfItsNearFace() throws Exception {
        // The near face is at y = -15, 385 mm from the camera: 400 px / (2 * 385 * 0.25 mm) = 2.0779 px a mm;
        // 300 - 20.8 = 279.2, 300 + 62.3 = 362.3, 200 -+ 83.1.
        assertRectangle(draw(FRONT, surface("box", BOX, 0xff8000)), 279.2, 116.9, 362.3, 283.1);
    }

    @Test
    void anEllipsoid_coversTheAreaOfItsOutline() throws Exception {
        // From the front, half axes 30 and 50 mm: pi * 30 * 50 mm^2 * 4 px a mm^2 = 18850 px.
        ScenePicture picture = draw(FRONT.withParallel(true),
                surface("ellipsoid", Meshes.ellipsoid(new Vector3(12, 5, -7), 30, 20, 50, 60), 0xffffff));
        long covered = Arrays.stream(picture.argb()).filter(pixel -> difference(pixel, BACKGROUND) > 40).count();
        // The outline is about 510 px long; half a pixel of it either way is 1.4 %.
        assertEquals(18850, covered, 18850 * 0.014);
    }

    @Test
    void aSurfaceFacingTheCamera_hasItsColour() throws Exception {
        int rgb = 0x2060a0;
        assertColour(rgb + 0x131313, draw(FRONT, surface("box", BOX, rgb)).rgb(320, 200), HIGHLIGHT_LEVELS / 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void colouredVertices_haveTheColoursOfTheMap(boolean draft) throws Exception {
        // Three boxes: the middle of the range, above it, and no value, which shows the surface's own colour.
        float[] values = {0, 9, Float.NaN};
        int[] expected = {ColourMap.VIRIDIS.at(128), ColourMap.VIRIDIS.at(255), 0xcc3344};
        List<SceneItem> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            float[] all = new float[8];
            Arrays.fill(all, values[i]);
            items.add(new SurfaceItem("box" + i, "Box", Meshes.box(new Vector3(-70 + 50 * i, -15, -20),
                    new Vector3(-30 + 50 * i, 15, 20)), 0xcc3344, 1,
                    Optional.of(new Colouring(all, -4, 4, ColourMap.VIRIDIS, "Distance", "mm"))));
        }
        // With parallel rays the middle of each face is lit in full.
        ScenePicture picture = draw(view(FRONT.withParallel(true), Optional.empty(), draft,
                items.toArray(SceneItem[]::new)));
        for (int i = 0; i < 3; i++) {
            assertColour(expected[i], picture.rgb(200 + 100 * i, 200), ROUNDING_LEVELS);
        }
    }

    @Test
    void seenFromTheFront_thePatientsRightIsOnTheLeftOfThePicture() throws Exception {
        // The patient's right is at smaller x.
        ScenePicture picture = draw(FRONT, new PointItem("right", new Vector3(-60, 0, 0), 0xff0000, 8),
                new PointItem("left", new Vector3(60, 0, 0), 0x00ff00, 8),
                new PointItem("head", new Vector3(0, 0, 60), 0x0000ff, 8));
        assertTrue((picture.rgb(300 - 120, 200) & 0xff0000) > 0x800000, "red, the patient's right, is on the left");
        assertTrue((picture.rgb(300 + 120, 200) & 0x00ff00) > 0x008000, "green, the patient's left, is on the right");
        assertTrue((picture.rgb(300, 200 - 120) & 0x0000ff) > 0x000080, "blue, the head, is up");
        assertEquals(BACKGROUND, picture.rgb(300, 200 + 120));
    }

    @ParameterizedTest
    @EnumSource(StandardView.class)
    void fromEverySide_pointsAreWhereTheCameraProjectsThem(StandardView side) throws Exception {
        Camera camera = FRONT.from(side).orbit(9, 14).pan(0.07, -0.04);
        int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff};
        Vector3[] places = {new Vector3(-60, 10, 5), new Vector3(55, 0, -10), new Vector3(8, -58, 20),
            new Vector3(-12, 57, -25), new Vector3(20, 8, 62), new Vector3(-25, -9, -50)};
        for (int i = 0; i < places.length; i++) {
            ScenePicture picture = draw(camera, new PointItem("point", places[i], colours[i], 4));
            Vector3 at = camera.project(places[i], WIDTH, HEIGHT);
            assertVectorNear(at, centroid(picture), 1);
            int centre = picture.rgb((int) at.x(), (int) at.y());
            assertColour(colours[i] & 0x808080, centre & colours[i] & 0x808080, 0);
        }
    }

    private static void assertVectorNear(Vector3 expected, double[] actual, double px) {
        assertTrue(Math.hypot(expected.x() - actual[0], expected.y() - actual[1]) < px,
                "expected " + expected + ", got " + Arrays.toString(actual));
    }

    /** The middle of what is not background, weighted by its difference; pixels' middles are at 0.5. */
    private static double[] centroid(ScenePicture picture) {
        double[] sum = new double[3];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int weight = difference(picture.rgb(x, y), BACKGROUND);
                sum[0] += weight * (x + 0.5);
                sum[1] += weight * (y + 0.5);
                sum[2] += weight;
            }
        }
        assertTrue(sum[2] > 0, "there is only background");
        return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCloud_hasItsMiddleAtTheHotVoxel_onObliqueAndMirroredAnisotropicGrids(boolean mirrored) throws Exception {
        // Voxels of 3 x 5 x 7 mm, turned by 30 degrees around z and by 20 around the new x.
        Vector3 x = new Vector3(Math.cos(Math.PI / 6), Math.sin(Math.PI / 6), 0);
        Vector3 z = new Vector3(Math.sin(Math.PI / 6) * Math.sin(Math.PI / 9),
                -Math.cos(Math.PI / 6) * Math.sin(Math.PI / 9), Math.cos(Math.PI / 9));
        Vector3 y = z.cross(x);
        Grid grid = new Grid(20, 18, 16, new Affine3(x.times(mirrored ? -3 : 3), y.times(5), z.times(7),
                new Vector3(mirrored ? 20 : -30, -40, -60)));
        float[] values = new float[grid.voxelCount()];
        Arrays.fill(values, Float.NaN);
        values[grid.index(13, 6, 4)] = 1000;
        CloudItem cloud = new CloudItem("spect", "SPECT", new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values), 10,
                900, ColourMap.HOT, 1);
        for (Camera camera : List.of(FRONT, FRONT.orbit(70, 25), FRONT.orbit(-130, 60).withParallel(true))) {
            // Rays are 1.5 px apart.
            assertVectorNear(camera.project(grid.patientMm(13, 6, 4), WIDTH, HEIGHT), centroid(draw(camera, cloud)), 2);
        }
    }

    @Test
    void aCloudWithoutAVoxelAboveItsLowestValue_andOneOfOneSlice_areDrawn() throws Exception {
        Grid flat = Grid.axial(30, 30, 1, new Vector3(2, 3, 4), new Vector3(-29, -43.5, 0));
        float[] values = new float[900];
        Volume volume = new Volume(flat, Quantity.ACTIVITY_CONCENTRATION, values);
        ScenePicture nothing = draw(FRONT, new CloudItem("spect", "SPECT", volume, 1, 2, ColourMap.HOT, 1));
        assertTrue(Arrays.stream(nothing.argb()).allMatch(pixel -> (pixel & 0xffffff) == BACKGROUND));
        float[] full = new float[900];
        Arrays.fill(full, 5);
        Volume slice = new Volume(flat, Quantity.ACTIVITY_CONCENTRATION, full);
        ScenePicture picture = draw(FRONT.from(StandardView.FEET),
                new CloudItem("spect", "SPECT", slice, 1, 2, ColourMap.HOT, 1));
        assertNotEquals(BACKGROUND, picture.rgb(300, 200));
    }

    @Test
    void aSolidSurface_hidesTheCloudBehindItAndNotTheOneBeforeIt() throws Exception {
        Grid grid = Grid.axial(3, 3, 3, new Vector3(6, 4, 8), new Vector3(-6, -4, -8));
        float[] values = new float[27];
        Arrays.fill(values, 7);
        CloudItem cloud = new CloudItem("spect", "SPECT", new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values), 0, 7,
                ColourMap.GREY, 1);
        // A wall 30 mm behind the cloud, then one 30 mm before it, larger than the cloud.
        Mesh behind = Meshes.box(new Vector3(-40, 30, -40), new Vector3(40, 32, 40));
        Mesh before = Meshes.box(new Vector3(-40, -32, -40), new Vector3(40, -30, 40));
        int wall = draw(FRONT, surface("wall", before, 0x800000)).rgb(300, 200);
        assertTrue(difference(draw(FRONT, surface("wall", behind, 0x800000), cloud).rgb(300, 200), wall) > 60);
        assertColour(wall, draw(FRONT, surface("wall", before, 0x800000), cloud).rgb(300, 200), ROUNDING_LEVELS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClip_removesThePatientsRightHalfOfSurfacesAndClouds(boolean draft) throws Exception {
        Optional<Clip> keepLeft = Optional.of(new Clip(ZERO, new Vector3(5, 0, 0)));
        Mesh wide = Meshes.box(new Vector3(-50, -15, -20), new Vector3(50, 15, 20));
        Grid grid = Grid.axial(21, 5, 5, new Vector3(5, 4, 6), new Vector3(-50, -8, 50));
        float[] values = new float[grid.voxelCount()];
        Arrays.fill(values, 7);
        CloudItem cloud = new CloudItem("spect", "SPECT", new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values), 0, 7,
                ColourMap.GREY, 1);
        SceneItem[] items = {surface("box", wide, 0xff8000), cloud};
        // At 50 mm right and left of the middle, 2 px a mm; the cloud is at z = 50..74, so at 200 - 124 in its middle.
        ScenePicture whole = draw(view(FRONT, Optional.empty(), draft, items));
        ScenePicture half = draw(view(FRONT, keepLeft, draft, items));
        ScenePicture again = draw(view(FRONT, Optional.empty(), draft, items));
        for (int y : new int[] {200, 76}) {
            assertNotEquals(BACKGROUND, whole.rgb(220, y));
            assertEquals(BACKGROUND, half.rgb(220, y));
            assertNotEquals(BACKGROUND, half.rgb(380, y));
            assertNotEquals(BACKGROUND, again.rgb(220, y));
        }
    }

    @Test
    void theInsideOfACutSurface_isDarker() throws Exception {
        // Cut open from the front: the ray meets the far face from inside; it faces the camera, without a highlight.
        Clip behind = new Clip(ZERO, new Vector3(0, 1, 0));
        int cut = draw(view(FRONT.withParallel(true), Optional.of(behind), false, surface("box", BOX, 0xc08040)))
                .rgb(320, 200);
        // 0.55 of 0xc0, 0x80, 0x40 is 106, 70, 35.
        assertColour(0x6a4623, cut, ROUNDING_LEVELS);
        assertNotEquals(cut, draw(FRONT.withParallel(true), surface("box", BOX, 0xc08040)).rgb(320, 200));
    }

    @Test
    void aSurfaceThatIsHalfTransparent_isMixedWithWhatLiesBehind() throws Exception {
        // Walls that face the camera, coloured without highlights: green behind, half of red before it.
        Mesh near = Meshes.box(new Vector3(-30, -20, -30), new Vector3(30, -19.9, 30));
        Mesh far = Meshes.box(new Vector3(-30, 20, -30), new Vector3(30, 21, 30));
        SurfaceItem green = new SurfaceItem("far", "Far", far, 0x00ff00, 1, none(far));
        SurfaceItem red = new SurfaceItem("near", "Near", near, 0xff0000, 0.5, none(near));
        // The near wall has two faces: 1 - 0.5^2 = 0.75 of red and 0.25 of green, and never green before red.
        assertColour(0xbf4000, draw(FRONT, green, red).rgb(300, 200), 3);
        assertColour(0xbf4000, draw(FRONT, red, green).rgb(300, 200), 3);
        // While dragging, the layers are weighted by their depth instead of sorted; red and green are both there.
        int draft = draw(view(FRONT, Optional.empty(), true, green, red)).rgb(300, 200);
        assertTrue((draft >> 16 & 0xff) > 80 && (draft >> 8 & 0xff) > 40, Integer.toHexString(draft));
    }

    /** No value at any vertex: the surface's own colour without a highlight. */
    private static Optional<Colouring> none(Mesh mesh) {
        float[] values = new float[mesh.pointCount()];
        Arrays.fill(values, Float.NaN);
        return Optional.of(new Colouring(values, 0, 1, ColourMap.GREY, "Nothing", ""));
    }

    @Test
    void aPictureInSpace_showsItsFirstRowAtItsOrigin() throws Exception {
        // Two by two pixels over 80 x 60 mm, seen from the front: red and green above, blue and nothing below.
        PlaneItem plane = new PlaneItem("slice", 2, 2, new int[] {0xffff0000, 0xff00ff00, 0xff0000ff, 0x00ffffff},
                new Vector3(-40, 0, 30), new Vector3(80, 0, 0), new Vector3(0, 0, -60), 1);
        ScenePicture picture = draw(FRONT, plane);
        // The outer quarter of each pixel is not mixed with its neighbours: 36 mm and 27 mm from the middle.
        assertColour(0xff0000, picture.rgb(300 - 72, 200 - 54), ROUNDING_LEVELS);
        assertColour(0x00ff00, picture.rgb(300 + 72, 200 - 54), ROUNDING_LEVELS);
        assertColour(0x0000ff, picture.rgb(300 - 72, 200 + 54), ROUNDING_LEVELS);
        assertColour(BACKGROUND, picture.rgb(300 + 72, 200 + 54), ROUNDING_LEVELS);
        // Its pixels may change without the plane.
        ScenePicture changed = draw(FRONT, new PlaneItem("slice", 1, 1, new int[] {0xff804020}, plane.originMm(),
                plane.rightMm(), plane.downMm(), 1));
        assertColour(0x804020, changed.rgb(300, 200), ROUNDING_LEVELS);
    }

    @Test
    void aLine_goesFromEndToEnd() throws Exception {
        ScenePicture picture = draw(FRONT, new LineItem("line", new Vector3(-60, 0, -30), new Vector3(60, 0, 30), 0xffff00,
                2), new LineItem("point", ZERO, ZERO, 0xffffff, 2));
        for (int percent = 2; percent < 100; percent += 12) {
            int x = 180 + 240 * percent / 100;
            int y = 260 - 120 * percent / 100;
            assertNotEquals(BACKGROUND, picture.rgb(x, y), "at " + percent + " %");
        }
        assertEquals(BACKGROUND, picture.rgb(300, 220));
    }

    @Test
    void fourPanes_showEachItsItemsWithOneCamera() throws Exception {
        int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffff00};
        List<ScenePane> panes = new ArrayList<>();
        for (int colour : colours) {
            panes.add(new ScenePane(List.of(new PointItem("ball", new Vector3(30, 0, 20), colour, 10))));
        }
        for (int count = 1; count <= 4; count++) {
            SceneView view = new SceneView(panes.subList(0, count), 2, FRONT, Optional.empty(), BACKGROUND, false, WIDTH,
                    HEIGHT, false);
            ScenePicture picture = draw(view);
            for (int pane = 0; pane < count; pane++) {
                Vector3 at = FRONT.project(new Vector3(30, 0, 20), view.box(pane).width(), view.box(pane).height());
                int rgb = picture.rgb(view.box(pane).x() + (int) at.x(), view.box(pane).y() + (int) at.y());
                assertEquals(colours[pane] & 0x808080, rgb & 0x808080, count + " panes, pane " + pane);
                assertEquals(BACKGROUND, picture.rgb(view.box(pane).x() + 3, view.box(pane).y() + 3));
            }
            if (count == 3) {
                assertEquals(BACKGROUND, picture.rgb(450, 300), "a place without a pane");
            }
        }
    }

    @Test
    void whatIsNoLongerShown_isGone_andWhatChanged_isShownAnew() throws Exception {
        int first = draw(FRONT, surface("box", BOX, 0x800000)).rgb(320, 200);
        int second = draw(FRONT, surface("box", BOX, 0x008000)).rgb(320, 200);
        assertTrue(difference(first, second) > 100);
        Mesh other = Meshes.box(new Vector3(-60, -15, -40), new Vector3(-40, 15, 40));
        ScenePicture moved = draw(FRONT, surface("box", other, 0x008000));
        assertEquals(BACKGROUND, moved.rgb(320, 200));
        assertNotEquals(BACKGROUND, moved.rgb(200, 200));
        assertEquals(BACKGROUND, draw(FRONT).rgb(200, 200));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPick_givesTheMillimetresOfTheSurface(boolean draft) throws Exception {
        // Values that are half of z, on a box with 0.5 px a mm: the ray meets the face at y = -15.
        float[] values = new float[8];
        for (int i = 0; i < 8; i++) {
            values[i] = BOX.pointsMm()[3 * i + 2] / 2;
        }
        SurfaceItem item = new SurfaceItem("box", "Box", BOX, 0xffffff, 1,
                Optional.of(new Colouring(values, -20, 20, ColourMap.VIRIDIS, "Half height", "mm")));
        draw(view(FRONT.withParallel(true), Optional.empty(), draft, item));
        // The middle of pixel (330, 170) is 30.5 px right of and 29.5 px above the middle: 15.25 mm and 14.75 mm.
        Pick pick = renderer.pick(330, 170).get().orElseThrow();
        assertEquals(0, pick.pane());
        assertEquals("box", pick.itemId());
        assertTrue(pick.pointMm().minus(new Vector3(15.25, -15, 14.75)).length() < 1e-4, pick.toString());
        assertEquals(14.75 / 2, pick.value(), 1e-4);
        assertEquals(Optional.empty(), renderer.pick(200, 170).get());
        assertEquals(Optional.empty(), renderer.pick(-1, 9999).get());
    }

    @Test
    void picks_agreeWithThePicture() throws Exception {
        Mesh mesh = Meshes.ellipsoid(new Vector3(10, 0, -5), 40, 25, 60, 40);
        Clip clip = new Clip(ZERO, new Vector3(1, 0.3, 0.2));
        ScenePicture picture = draw(view(FRONT.orbit(25, -30), Optional.of(clip), false, surface("kidney", mesh, 0xff8000),
                new PointItem("ball", new Vector3(-50, 0, 50), 0x00ff00, 9)));
        int met = 0;
        for (int y = 3; y < HEIGHT; y += 7) {
            for (int x = 3; x < WIDTH; x += 7) {
                boolean seen = picture.rgb(x, y) != BACKGROUND;
                if (isUniform(picture, x, y, seen)) {
                    Optional<Pick> pick = renderer.pick(x, y).get();
                    assertEquals(seen, pick.isPresent(), "pixel " + x + ", " + y);
                    met += seen ? 1 : 0;
                }
            }
        }
        assertTrue(met > 100, "only " + met + " pixels were on an item");
    }

    /** Whether the neighbours are as the pixel: edges are smoothed. */
    private static boolean isUniform(ScenePicture picture, int x, int y, boolean seen) {
        for (int dy = -EDGE_PX; dy <= EDGE_PX; dy++) {
            for (int dx = -EDGE_PX; dx <= EDGE_PX; dx++) {
                int nx = Math.max(0, Math.min(WIDTH - 1, x + dx));
                int ny = Math.max(0, Math.min(HEIGHT - 1, y + dy));
                if ((picture.rgb(nx, ny) != BACKGROUND) != seen) {
                    return false;
                }
            }
        }
        return true;
    }

    @ParameterizedTest
    @EnumSource(StandardView.class)
    void theCubesLetter_isThatOfTheSideAndReadable(StandardView side) throws Exception {
        SceneView view = new SceneView(List.of(new ScenePane(List.of())), 1, FRONT.from(side), Optional.empty(), BACKGROUND,
                true, WIDTH, HEIGHT, false);
        ScenePicture picture = draw(view);
        // The cube's place is 0.18 * 400 = 72 px wide in the lower left corner; its face fills the middle 22 px at least.
        int[] dark = new int[4];
        for (int y = HEIGHT - 72; y < HEIGHT; y++) {
            for (int x = 0; x < 72; x++) {
                boolean onFace = Math.abs(x - 35.5) < 11 && Math.abs(y - (HEIGHT - 36.5)) < 11;
                if (onFace && (picture.rgb(x, y) >> 16) < 0x60) {
                    dark[0] += x < 36 ? 1 : 0;
                    dark[1] += x < 36 ? 0 : 1;
                    dark[2] += y < HEIGHT - 36 ? 1 : 0;
                    dark[3] += y < HEIGHT - 36 ? 0 : 1;
                }
            }
        }
        int left = dark[0] - dark[1];
        int up = dark[2] - dark[3];
        assertTrue(dark[0] + dark[1] > 30, "there is a letter");
        String counts = Arrays.toString(dark);
        // Where each letter has more of its ink: L left below, F and P left above, R left, A and H neither.
        switch (side) {
            case LEFT -> assertTrue(left > 10 && up < -10, counts);
            case FEET, BACK -> assertTrue(left > 10 && up > 10, counts);
            case RIGHT -> assertTrue(left > 5, counts);
            case FRONT, HEAD -> assertTrue(Math.abs(left) < 12, counts);
        }
        SceneView without = new SceneView(view.panes(), 1, view.camera(), Optional.empty(), BACKGROUND, false, WIDTH, HEIGHT,
                false);
        assertTrue(Arrays.stream(draw(without).argb()).allMatch(pixel -> (pixel & 0xffffff) == BACKGROUND));
    }

    @Test
    void aDraftOfManyTriangles_isCoarserAndAtTheSamePlace() throws Exception {
        Mesh fine = Meshes.ellipsoid(new Vector3(10, 0, 0), 40, 30, 60, 160);
        assertTrue(fine.triangleCount() > 100_000);
        ScenePicture full = draw(FRONT, surface("kidney", fine, 0xff8000));
        ScenePicture draft = draw(view(FRONT, Optional.empty(), true, surface("kidney", fine, 0xff8000)));
        long differing = 0;
        for (int i = 0; i < full.argb().length; i++) {
            boolean in = difference(full.argb()[i], BACKGROUND) > 40;
            differing += in != difference(draft.argb()[i], BACKGROUND) > 40 ? 1 : 0;
        }
        // The coarse mesh is within a cube of 3 mm of the fine one, its means within half of it: 3 px around 650 px.
        assertTrue(differing < 650 * 3, differing + " pixels differ");
    }

    @Test
    void differentSizes_mayFollowEachOther() throws Exception {
        for (int[] size : new int[][] {{1, 1}, {640, 480}, {33, 900}, {1200, 7}, {640, 480}}) {
            ScenePicture picture = draw(new SceneView(Collections.nCopies(1, new ScenePane(List.of(surface("box", BOX,
                    0xff8000)))), 1, FRONT, Optional.empty(), BACKGROUND, true, size[0], size[1], false));
            assertEquals(size[0] * size[1], picture.argb().length);
        }
    }
}

package org.glomera.render.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of small volumes, each pixel of which can be said beforehand. */
class SliceRendererTest {

    /** Anisotropic on purpose; x from -20 to 18, y from -33 to 36, z from 100 to 175 mm. */
    private static final Grid GRID = Grid.axial(20, 24, 16, new Vector3(2, 3, 5), new Vector3(-20, -33, 100));
    /** A full scale of 255, so that a value is its place in the colour map. */
    private static final Window PLAIN = Window.between(0, 255);
    private static final int RED = 0xd55e00;
    private static final int BLUE = 0x0072b2;
    /** A colour level is rounded; interpolation in single precision may fall on the other side of the half. */
    private static final int ONE_LEVEL = 1;

    private static Volume volume(Grid grid, float... values) {
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    private static Volume empty(Grid grid) {
        return volume(grid, new float[grid.voxelCount()]);
    }

    private static SliceScene alone(Volume volume, boolean smooth) {
        return new SliceScene(List.of(new ImageLayer(volume, PLAIN, ColourMap.GREY)), new Mixing.Lower(), List.of(),
                smooth);
    }

    private static SliceScene outlines(MaskLayer... masks) {
        return new SliceScene(List.of(), new Mixing.Lower(), List.of(masks), true);
    }

    private static int grey(int level) {
        return level << 16 | level << 8 | level;
    }

    /** Where the only pixels of a level lie in the picture: -1 left or top, 1 right or bottom, 0 in the middle. */
    private static List<Integer> placeOf(SlicePicture picture, int level) {
        int width = picture.view().widthPx();
        int height = picture.view().heightPx();
        double x = 0;
        double y = 0;
        int count = 0;
        for (int i = 0; i < picture.argb().length; i++) {
            if ((picture.argb()[i] & 0xffffff) == grey(level)) {
                x += i % width;
                y += i / width;
                count++;
            }
        }
        assertTrue(count > 0, "no pixel of level " + level);
        return List.of(third(x / count / width), third(y / count / height));
    }

    private static int third(double fraction) {
        return fraction < 1 / 3.0 ? -1 : fraction > 2 / 3.0 ? 1 : 0;
    }

    /** Marks of three voxels a side: level 50 at the patient's right, 100 at the front, 150 at the head. */
    private static Volume marked() {
        Volume volume = empty(GRID);
        mark(volume, 2, 12, 8, 50);
        mark(volume, 10, 2, 8, 100);
        mark(volume, 10, 12, 13, 150);
        return volume;
    }

    private static void mark(Volume volume, int x, int y, int z, float value) {
        for (int dz = -1; dz <= 1; dz++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    volume.values()[volume.grid().index(x + dx, y + dy, z + dz)] = value;
                }
            }
        }
    }

    /** A view of the whole grid through voxel (10, 12, 8). */
    private static PlaneView whole(Plane plane) {
        Vector3 middle = plane.atDepth(GRID.centreMm(), plane.depthMm(GRID.patientMm(10, 12, 8)));
        return new PlaneView(plane, middle, 0.5, 160, 160);
    }

    @Test
    void axial_showsRightOnTheLeft_andTheFrontAtTheTop() {
        SlicePicture picture = SliceRenderer.render(alone(marked(), false), whole(Plane.AXIAL));
        assertEquals(List.of(-1, 0), placeOf(picture, 50));
        assertEquals(List.of(0, -1), placeOf(picture, 100));
        assertEquals("R L A P", letters(Plane.AXIAL));
    }

    @Test
    void coronal_showsRightOnTheLeft_andTheHeadAtTheTop() {
        SlicePicture picture = SliceRenderer.render(alone(marked(), false), whole(Plane.CORONAL));
        assertEquals(List.of(-1, 0), placeOf(picture, 50));
        assertEquals(List.of(0, -1), placeOf(picture, 150));
        assertEquals("R L H F", letters(Plane.CORONAL));
    }

    @Test
    void sagittal_showsTheFrontOnTheLeft_andTheHeadAtTheTop() {
        SlicePicture picture = SliceRenderer.render(alone(marked(), false), whole(Plane.SAGITTAL));
        assertEquals(List.of(-1, 0), placeOf(picture, 100));
        assertEquals(List.of(0, -1), placeOf(picture, 150));
        assertEquals("A P H F", letters(Plane.SAGITTAL));
    }

    private static String letters(Plane plane) {
        return String.join(" ", plane.leftLetter(), plane.rightLetter(), plane.topLetter(), plane.bottomLetter());
    }

    /** The same marks stored with other orders and directions of the indices give the same picture. */
    @ParameterizedTest
    @EnumSource(Plane.class)
    void theOrderOfTheIndices_doesNotMatter(Plane plane) {
        Volume first = marked();
        // index x runs to the feet, index y to the right, index z to the back
        Grid turned = new Grid(16, 20, 24, new Affine3(new Vector3(0, 0, -5), new Vector3(-2, 0, 0),
                new Vector3(0, 3, 0), GRID.patientMm(19, 0, 15)));
        Volume second = empty(turned);
        for (int z = 0; z < 16; z++) {
            for (int y = 0; y < 24; y++) {
                for (int x = 0; x < 20; x++) {
                    second.values()[turned.index(15 - z, 19 - x, y)] = first.at(x, y, z);
                }
            }
        }
        for (boolean smooth : new boolean[] {true, false}) {
            PlaneView view = new PlaneView(plane, new Vector3(-0.7, 1.1, 139.3), 0.61, 150, 170);
            int[] expected = SliceRenderer.render(alone(first, smooth), view).argb();
            int[] found = SliceRenderer.render(alone(second, smooth), view).argb();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i] & 0xff, found[i] & 0xff, ONE_LEVEL, "pixel " + i);
            }
        }
    }

    /** Trilinear interpolation gives a linear function back exactly, wherever the grid's axes point. */
    @ParameterizedTest
    @EnumSource(Plane.class)
    void aLinearFunctionOfThePatientsPosition_isShownExactly_onAnObliqueGrid(Plane plane) {
        Grid grid = oblique();
        Volume volume = empty(grid);
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    volume.values()[grid.index(x, y, z)] = (float) linear(grid.patientMm(x, y, z));
                }
            }
        }
        PlaneView view = new PlaneView(plane, grid.centreMm(), 0.4, 60, 50);
        SlicePicture picture = SliceRenderer.render(alone(volume, true), view);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 60; x++) {
                int expected = (int) Math.round(linear(view.patientMm(x + 0.5, y + 0.5)));
                assertEquals(expected, picture.rgb(x, y) & 0xff, ONE_LEVEL, "pixel " + x + ", " + y);
            }
        }
    }

    /** Turned by 30 degrees about z and sheared by nothing; spacing 2, 3 and 5 mm, centre (10, -20, 30). */
    private static Grid oblique() {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        Affine3 turn = new Affine3(new Vector3(2 * c, 2 * s, 0), new Vector3(-3 * s, 3 * c, 0), new Vector3(0, 0, 5),
                new Vector3(0, 0, 0));
        Vector3 middle = turn.apply(14.5, 9.5, 6.5);
        return new Grid(30, 20, 14, new Affine3(turn.column0(), turn.column1(), turn.column2(),
                new Vector3(10, -20, 30).minus(middle)));
    }

    private static double linear(Vector3 p) {
        return 128 + 2.5 * (p.x() - 10) - 1.5 * (p.y() + 20) + 2 * (p.z() - 30);
    }

    @Test
    void aMarkOnAnObliqueGrid_isShownAtItsPlaceInThePatient() {
        Grid grid = oblique();
        Volume volume = empty(grid);
        volume.values()[grid.index(22, 4, 9)] = 200;
        Vector3 mark = grid.patientMm(22, 4, 9);
        for (Plane plane : Plane.values()) {
            PlaneView view = new PlaneView(plane, plane.atDepth(grid.centreMm(), plane.depthMm(mark)), 0.5, 120, 120);
            SlicePicture picture = SliceRenderer.render(alone(volume, true), view);
            int x = (int) view.xPx(mark);
            int y = (int) view.yPx(mark);
            assertTrue((picture.rgb(x, y) & 0xff) > 150, plane + ": " + (picture.rgb(x, y) & 0xff));
            // two voxels away, along any axis, it is dark: 10 mm, 20 pixels
            assertEquals(0, picture.rgb(x + 20, y) & 0xff);
            assertEquals(0, picture.rgb(x, y + 20) & 0xff);
        }
    }

    @Test
    void oneSlice_isAsThickAsItsSpacing() {
        Grid flat = Grid.axial(4, 4, 1, new Vector3(2, 3, 5), new Vector3(0, 0, 50));
        float[] values = new float[16];
        Arrays.fill(values, 80);
        PlaneView within = new PlaneView(Plane.AXIAL, new Vector3(3, 4, 52), 1, 4, 4);
        assertEquals(grey(80), SliceRenderer.render(alone(volume(flat, values), true), within).rgb(2, 2));
        // 50 + 5 / 2 = 52.5 is the outer face
        PlaneView beyond = within.withCentre(new Vector3(3, 4, 53));
        assertEquals(Mixer.BACKGROUND & 0xffffff,
                SliceRenderer.render(alone(volume(flat, values), true), beyond).rgb(2, 2));
    }

    @Test
    void nan_isTransparent_andSpreadsOnlyToWhereItHasWeight() {
        Grid grid = Grid.axial(3, 1, 1, new Vector3(4, 4, 4), new Vector3(0, 0, 0));
        Volume volume = volume(grid, 100, 100, Float.NaN);
        // pixels of 1 mm whose centres are at x = -1.5, -0.5, ... 9.5 mm; voxels' centres at 0, 4 and 8 mm
        PlaneView view = new PlaneView(Plane.AXIAL, new Vector3(4, 0, 0), 1, 12, 1);
        SlicePicture picture = SliceRenderer.render(alone(volume, true), view);
        for (int x = 0; x < 12; x++) {
            boolean beforeSecondCentre = -1.5 + x <= 4;
            assertEquals(beforeSecondCentre ? grey(100) : Mixer.BACKGROUND & 0xffffff, picture.rgb(x, 0), "pixel " + x);
        }
    }

    @Test
    void fusion_isTheArithmeticOfTwoColours() {
        Grid grid = Grid.axial(1, 1, 1, new Vector3(4, 4, 4), new Vector3(0, 0, 0));
        ImageLayer ct = new ImageLayer(volume(grid, 100), PLAIN, ColourMap.GREY);
        ImageLayer spect = new ImageLayer(volume(grid, 102), PLAIN, ColourMap.HOT);
        PlaneView view = new PlaneView(Plane.AXIAL, new Vector3(0, 0, 0), 1, 1, 1);
        SliceScene scene = new SliceScene(List.of(ct, spect), new Mixing.Fused(0.4), List.of(), true);
        // hot at 102 is red 255 (3 * 102 = 306), green 306 - 255 = 51, blue 0; 102 lies above a quarter of the map, so
        // alpha is 0.4 * 255 = 102: red (100 * 153 + 255 * 102) / 255 = 162, green (15300 + 51 * 102) / 255 = 80.4,
        // blue 15300 / 255 = 60
        assertEquals(162 << 16 | 80 << 8 | 60, SliceRenderer.render(scene, view).rgb(0, 0));
    }

    @Test
    void fusion_letsTheLowestActivityThrough() {
        Grid grid = Grid.axial(1, 1, 1, new Vector3(4, 4, 4), new Vector3(0, 0, 0));
        ImageLayer ct = new ImageLayer(volume(grid, 100), PLAIN, ColourMap.GREY);
        PlaneView view = new PlaneView(Plane.AXIAL, new Vector3(0, 0, 0), 1, 1, 1);
        for (float none : new float[] {0, -5, Float.NaN}) {
            ImageLayer spect = new ImageLayer(volume(grid, none), PLAIN, ColourMap.INVERTED_GREY);
            SliceScene scene = new SliceScene(List.of(ct, spect), new Mixing.Fused(1), List.of(), true);
            assertEquals(grey(100), SliceRenderer.render(scene, view).rgb(0, 0));
        }
    }

    @Test
    void curtain_showsTheLowerImageLeftOfTheLine_andTheUpperOneRightOfIt() {
        Volume ct = empty(GRID);
        Arrays.fill(ct.values(), 60);
        Volume spect = empty(GRID);
        Arrays.fill(spect.values(), 200);
        SliceScene scene = new SliceScene(List.of(new ImageLayer(ct, PLAIN, ColourMap.GREY),
                new ImageLayer(spect, PLAIN, ColourMap.GREY)), new Mixing.Curtain(0.25), List.of(), true);
        SlicePicture picture = SliceRenderer.render(scene, new PlaneView(Plane.AXIAL, GRID.centreMm(), 0.5, 40, 10));
        // a quarter of 40 pixels is 10
        assertEquals(grey(60), picture.rgb(9, 5));
        assertEquals(grey(200), picture.rgb(10, 5));
    }

    @Test
    void anOutline_runsAlongTheBordersOfTheVoxels_oneOrTwoPixelsThick() {
        byte[] labels = new byte[GRID.voxelCount()];
        labels[GRID.index(10, 12, 8)] = 1;
        LabelMap map = new LabelMap(GRID, labels);
        // voxel (10, 12, 8) has its centre at (0, 3, 140); at 0.25 mm a pixel it is 8 pixels wide and 12 high, and
        // reaches from pixel 16 to 23 and from 14 to 25 of a picture of 40 x 40 around it
        PlaneView view = new PlaneView(Plane.AXIAL, new Vector3(0, 3, 140), 0.25, 40, 40);
        for (int thickness = 1; thickness <= 2; thickness++) {
            SlicePicture picture = SliceRenderer.render(outlines(new MaskLayer(map, RED, thickness, 0)), view);
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 40; x++) {
                    int inwards = Math.min(Math.min(x - 16, 23 - x), Math.min(y - 14, 25 - y));
                    assertEquals(inwards >= 0 && inwards < thickness ? RED : Mixer.BACKGROUND & 0xffffff,
                            picture.rgb(x, y), "pixel " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void anOutlineOnAnObliqueGrid_liesOnTheDelineationsOwnBorder() {
        Grid grid = oblique();
        byte[] labels = new byte[grid.voxelCount()];
        for (int z = 4; z < 9; z++) {
            for (int y = 6; y < 13; y++) {
                for (int x = 8; x < 20; x++) {
                    labels[grid.index(x, y, z)] = 2;
                }
            }
        }
        LabelMap map = new LabelMap(grid, labels);
        PlaneView view = new PlaneView(Plane.AXIAL, grid.centreMm(), 0.3, 160, 160);
        SlicePicture picture = SliceRenderer.render(outlines(new MaskLayer(map, RED, 1, 0)), view);
        int found = 0;
        for (int y = 1; y < 159; y++) {
            for (int x = 1; x < 159; x++) {
                boolean inside = Probe.label(map, view.patientMm(x + 0.5, y + 0.5)) != 0;
                boolean atBorder = Probe.label(map, view.patientMm(x - 0.5, y + 0.5)) == 0
                        || Probe.label(map, view.patientMm(x + 1.5, y + 0.5)) == 0
                        || Probe.label(map, view.patientMm(x + 0.5, y - 0.5)) == 0
                        || Probe.label(map, view.patientMm(x + 0.5, y + 1.5)) == 0;
                assertEquals(inside && atBorder, picture.rgb(x, y) == RED, "pixel " + x + ", " + y);
                found += inside && atBorder ? 1 : 0;
            }
        }
        assertTrue(found > 100, "pixels of outline: " + found);
    }

    @Test
    void aDelineationThatLeavesThePicture_hasNoOutlineAlongThePicturesEdge() {
        byte[] labels = new byte[GRID.voxelCount()];
        Arrays.fill(labels, (byte) 1);
        SlicePicture picture = SliceRenderer.render(outlines(new MaskLayer(new LabelMap(GRID, labels), RED, 2, 0)),
                new PlaneView(Plane.CORONAL, GRID.centreMm(), 0.1, 20, 20));
        for (int pixel : picture.argb()) {
            assertNotEquals(RED, pixel & 0xffffff);
        }
    }

    @Test
    void aFilledDelineation_letsTheImageShowThrough() {
        Volume ct = empty(GRID);
        Arrays.fill(ct.values(), 100);
        byte[] labels = new byte[GRID.voxelCount()];
        Arrays.fill(labels, (byte) 1);
        SliceScene scene = new SliceScene(List.of(new ImageLayer(ct, PLAIN, ColourMap.GREY)), new Mixing.Lower(),
                List.of(new MaskLayer(new LabelMap(GRID, labels), RED, 1, 0.2)), true);
        // alpha 51: red (100 * 204 + 213 * 51) / 255 = 122.6, green (20400 + 94 * 51) / 255 = 98.8, blue 80
        assertEquals(123 << 16 | 99 << 8 | 80, SliceRenderer.render(scene,
                new PlaneView(Plane.SAGITTAL, GRID.centreMm(), 0.1, 9, 9)).rgb(4, 4));
    }

    @Test
    void outlinesThatCoincide_alternate() {
        byte[] labels = new byte[GRID.voxelCount()];
        labels[GRID.index(10, 12, 8)] = 1;
        LabelMap map = new LabelMap(GRID, labels);
        SlicePicture picture = SliceRenderer.render(
                outlines(new MaskLayer(map, RED, 1, 0), new MaskLayer(map, BLUE, 1, 0)),
                new PlaneView(Plane.AXIAL, new Vector3(0, 3, 140), 0.25, 40, 40));
        // the upper edge is row 14, columns 16 to 23: (x + y) / 3 is 10 for x = 16 to 18, 11 for 19 to 21, 12 from 22
        assertEquals(List.of(RED, RED, RED, BLUE, BLUE, BLUE, RED, RED), IntStream
                .rangeClosed(16, 23).mapToObj(x -> picture.rgb(x, 14)).toList());
    }

    @Test
    void twoLabelsThatTouch_haveALineBetweenThem() {
        byte[] labels = new byte[GRID.voxelCount()];
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 20; x++) {
                labels[GRID.index(x, y, 8)] = (byte) (x < 10 ? 1 : 2);
            }
        }
        SlicePicture picture = SliceRenderer.render(outlines(new MaskLayer(new LabelMap(GRID, labels), RED, 1, 0)),
                new PlaneView(Plane.AXIAL, new Vector3(-1, 3, 140), 0.25, 40, 40));
        // the face between voxels 9 and 10 is at x = -1 mm, in the middle of the picture: pixels 19 and 20
        assertEquals(List.of(false, true, true, false), IntStream.rangeClosed(18, 21)
                .mapToObj(x -> picture.rgb(x, 20) == RED).toList());
    }

    @Test
    void aDelineationWithoutAVoxel_andASceneWithoutAnything_areDrawnAsNothing() {
        SlicePicture picture = SliceRenderer.render(
                outlines(new MaskLayer(new LabelMap(GRID, new byte[GRID.voxelCount()]), RED, 1, 0.5)),
                whole(Plane.AXIAL));
        for (int pixel : picture.argb()) {
            assertEquals(Mixer.BACKGROUND, pixel);
        }
    }
}

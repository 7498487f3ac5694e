package org.glomera.pipeline.viewing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.ImageLayer;
import org.glomera.render.slice.MaskLayer;
import org.glomera.render.slice.Mixing;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.PlaneView;
import org.glomera.render.slice.SliceRenderer;
import org.glomera.render.slice.SliceScene;
import org.glomera.render.slice.Window;
import org.junit.jupiter.api.Test;

/** The slice that shows both kidneys best. */
class KidneySliceTest {

    private static final Grid GRID = Grid.axial(30, 24, 12, new Vector3(4, 4.5, 6), new Vector3(-60, -50, 900));

    /** Right kidney in slices y 5 to 9, left in y 8 to 14; most of both in y = 8. */
    private static LabelMap kidneys() {
        byte[] labels = new byte[GRID.voxelCount()];
        fill(labels, 1, 4, 9, 5, 10, 3, 7);
        fill(labels, 2, 20, 25, 8, 15, 4, 9);
        // y = 9 and z = 5 have one more voxel of the right kidney than their neighbours
        labels[GRID.index(9, 9, 5)] = 1;
        return new LabelMap(GRID, labels);
    }

    private static void fill(byte[] labels, int label, int x0, int x1, int y0, int y1, int z0, int z1) {
        for (int z = z0; z < z1; z++) {
            for (int y = y0; y < y1; y++) {
                for (int x = x0; x < x1; x++) {
                    labels[GRID.index(x, y, z)] = (byte) label;
                }
            }
        }
    }

    private static Volume noise(Grid grid, Quantity quantity) {
        Random random = new Random(5);
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 * random.nextFloat();
        }
        return new Volume(grid, quantity, values);
    }

    @Test
    void bestSlice_isWhereTheSmallerCutIsLargest() {
        // coronal: right 5 x 4 = 20 voxels in y 5 to 9, 21 in y = 9; left 5 x 5 = 25 in y 8 to 14: min 21 in y = 9
        KidneySlice coronal = KidneySlice.of(Plane.CORONAL, List.of(), kidneys()).orElseThrow();
        assertEquals(-50 + 9 * 4.5, coronal.depthMm(), 1e-9);
        // axial: right 5 x 5 = 25 in z 3 to 6, 26 in z = 5; left 5 x 7 = 35 in z 4 to 8: min 26 in z = 5
        KidneySlice axial = KidneySlice.of(Plane.AXIAL, List.of(), kidneys()).orElseThrow();
        assertEquals(900 + 5 * 6, axial.depthMm(), 1e-9);
        // the box reaches from the outer voxels' faces 40 mm further: x from voxel 4 to 24
        assertEquals(-60 + 4 * 4 - 2 - 40, axial.around().lowMm().x(), 1e-9);
        assertEquals(-60 + 24 * 4 + 2 + 40, axial.around().highMm().x(), 1e-9);
    }

    @Test
    void oneKidney_isShownWhereItIsLargest_andNoneIsNoSlice() {
        byte[] labels = new byte[GRID.voxelCount()];
        fill(labels, 2, 20, 25, 8, 15, 4, 9);
        labels[GRID.index(26, 12, 6)] = 2;
        assertEquals(-50 + 12 * 4.5, KidneySlice.of(Plane.CORONAL, List.of(), new LabelMap(GRID, labels)).orElseThrow()
                .depthMm(), 1e-9);
        assertEquals(Optional.empty(), KidneySlice.of(Plane.CORONAL, List.of(), new LabelMap(GRID,
                new byte[GRID.voxelCount()])));
    }

    @Test
    void pictureOfTheCut_isThatOfTheWhole() {
        // the SPECT's grid is oblique by 10 degrees about z
        double c = Math.cos(Math.toRadians(10));
        double s = Math.sin(Math.toRadians(10));
        Grid oblique = new Grid(20, 20, 14, new Affine3(new Vector3(6 * c, 6 * s, 0), new Vector3(-7 * s, 7 * c, 0),
                new Vector3(0, 0, 5), new Vector3(-55, -60, 898)));
        List<Volume> whole = List.of(noise(GRID, Quantity.HOUNSFIELD), noise(oblique, Quantity.ACTIVITY_CONCENTRATION));
        for (Plane plane : List.of(Plane.CORONAL, Plane.AXIAL)) {
            KidneySlice slice = KidneySlice.of(plane, whole, kidneys()).orElseThrow();
            PlaneView view = slice.view(160, 120);
            assertArrayEquals(SliceRenderer.render(scene(whole, kidneys()), view).argb(),
                    SliceRenderer.render(scene(slice.volumes(), slice.manual().orElseThrow()), view).argb());
            assertTrue(slice.volumes().get(0).values().length <= GRID.voxelCount() / 3, "little is kept");
        }
    }

    private static SliceScene scene(List<Volume> volumes, LabelMap manual) {
        return new SliceScene(volumes.stream().map(volume -> new ImageLayer(volume, new Window(50, 100),
                ColourMap.GREY)).toList(), new Mixing.Fused(0.5), List.of(new MaskLayer(manual, 0xff0000, 1, 0)), true);
    }

    @Test
    void volumeOfOneSlice_isCutAsItIs() {
        Grid one = Grid.axial(8, 8, 1, new Vector3(5, 5, 10), new Vector3(-20, -20, 930));
        byte[] labels = new byte[one.voxelCount()];
        labels[one.index(2, 3, 0)] = 1;
        labels[one.index(5, 3, 0)] = 2;
        for (Plane plane : List.of(Plane.CORONAL, Plane.AXIAL)) {
            KidneySlice slice = KidneySlice.of(plane, List.of(noise(one, Quantity.HOUNSFIELD)),
                    new LabelMap(one, labels)).orElseThrow();
            assertEquals(1, slice.volumes().size());
            SliceRenderer.render(scene(slice.volumes(), slice.manual().orElseThrow()), slice.view(50, 40));
        }
    }

    @Test
    void delineationBesideTheSlice_isNotThere() {
        KidneySlice slice = KidneySlice.of(Plane.AXIAL, List.of(), kidneys()).orElseThrow();
        Grid elsewhere = Grid.axial(4, 4, 4, new Vector3(5, 5, 5), new Vector3(0, 0, 2000));
        assertEquals(Optional.empty(), slice.cut(new LabelMap(elsewhere, new byte[64])));
    }
}

package org.glomera.image.components;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;

class LabelSelectionTest {

    private static final Grid ROW = Grid.axial(6, 1, 1, new Vector3(2, 3, 4), new Vector3(0, 0, 0));

    private static Volume row(float... values) {
        return new Volume(ROW, Quantity.UNKNOWN, values);
    }

    @Test
    void valuesAbove255_becomeOneAndTwo() throws Exception {
        LabelMap kidneys = LabelSelection.of(18000, 17000).select(row(0, 18000, 15000, 17000, 17000, 0), "the file")
                .kidneys();
        assertArrayEquals(new byte[] {0, 1, 0, 2, 2, 0}, kidneys.labels());
        assertEquals(ROW, kidneys.grid());
    }

    @Test
    void severalValues_areOneKidney() throws Exception {
        LabelSelection withTumours = new LabelSelection.Sided(Set.of(1, 5), Set.of(2, 6));
        LabelMap kidneys = withTumours.select(new LabelMap(ROW, new byte[] {1, 5, 3, 2, 2, 0}), "the file").kidneys();
        assertArrayEquals(new byte[] {1, 1, 0, 2, 2, 0}, kidneys.labels());
    }

    @Test
    void valueThatDoesNotOccur_isNamedWithThoseThatDo() {
        GlomeraException e = assertThrows(GlomeraException.class,
                () -> LabelSelection.of(18000, 99).select(row(0, 18000, 15000, 17000, 17000, 0), "the file a.h33"));
        assertTrue(e.getMessage().contains("In the file a.h33 no voxel has the value 99"), e.getMessage());
        assertTrue(e.getMessage().contains("15000, 17000, 18000"), e.getMessage());
    }

    @Test
    void fractionsAndNaN_areNoLabels() {
        for (float bad : new float[] {0.5f, Float.NaN, Float.POSITIVE_INFINITY, 3e7f}) {
            GlomeraException e = assertThrows(GlomeraException.class,
                    () -> LabelSelection.of(1, 2).select(row(0, 1, 2, bad, 0, 0), "the file"));
            assertTrue(e.getMessage().contains("whole numbers"), e.getMessage());
        }
    }

    @Test
    void kidneysWithoutSide_areToldApartByPlace() throws Exception {
        // two blocks of 20 x 20 x 20 mm (8 ml) whose middles lie 100 mm apart; x grows to the patient's left
        Grid grid = Grid.axial(40, 6, 6, new Vector3(4, 4, 4), new Vector3(-78, 0, 0));
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            int x = i % 40;
            boolean inner = i / 40 % 6 < 5 && i / 240 < 5;
            values[i] = inner && (x >= 5 && x < 10 || x >= 30 && x < 35) ? 7000 : 0;
        }
        SidedKidneys found = LabelSelection.ofBoth(7000).select(new Volume(grid, Quantity.UNKNOWN, values), "the file");
        assertEquals(125, found.kidneys().count(Side.RIGHT));
        assertEquals(125, found.kidneys().count(Side.LEFT));
        assertEquals(1, found.kidneys().at(7, 2, 2));
        assertEquals(2, found.kidneys().at(32, 2, 2));
    }

    @Test
    void backgroundAndAValueOfBothSides_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> LabelSelection.of(0, 2));
        assertThrows(IllegalArgumentException.class, () -> LabelSelection.of(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new LabelSelection.Unsided(Set.of()));
    }

    @Test
    void imageWithManyValues_isNoLabelMap() {
        Grid grid = Grid.axial(5000, 1, 1, new Vector3(1, 1, 1), new Vector3(0, 0, 0));
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        GlomeraException e = assertThrows(GlomeraException.class,
                () -> LabelSelection.of(1, 2).select(new Volume(grid, Quantity.UNKNOWN, values), "the file"));
        assertTrue(e.getMessage().contains("no label map"), e.getMessage());
    }
}

package org.glomera.image.intensity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.junit.jupiter.api.Test;

class LinearMappingTest {

    private static final Volume STORED = new Volume(Grid.axial(4, 1, 1, new Vector3(2, 3, 4), new Vector3(0, 0, 0)),
            Quantity.UNKNOWN, new float[] {0, 1000, 1050, Float.NaN});

    @Test
    void hounsfieldPlus1000_becomesHounsfield() {
        Volume ct = new LinearMapping(1, -1000, Quantity.HOUNSFIELD).apply(STORED);
        assertArrayEquals(new float[] {-1000, 0, 50, Float.NaN}, ct.values());
        assertEquals(Quantity.HOUNSFIELD, ct.quantity());
        assertEquals(STORED.grid(), ct.grid());
    }

    @Test
    void slope_isMultipliedBeforeTheInterceptIsAdded() {
        // 0.5 * 1000 + 3 = 503
        assertEquals(503, new LinearMapping(0.5, 3, Quantity.COUNTS).apply(STORED).values()[1]);
    }

    @Test
    void asStored_changesNoNumber() {
        Volume same = LinearMapping.asStored(Quantity.ACTIVITY_CONCENTRATION).apply(STORED);
        assertSame(STORED.values(), same.values());
        assertEquals(Quantity.ACTIVITY_CONCENTRATION, same.quantity());
    }

    @Test
    void slopeOfZeroAndNumbersThatAreNotFinite_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LinearMapping(0, 1, Quantity.COUNTS));
        assertThrows(IllegalArgumentException.class, () -> new LinearMapping(Double.NaN, 1, Quantity.COUNTS));
        assertThrows(IllegalArgumentException.class,
                () -> new LinearMapping(1, Double.POSITIVE_INFINITY, Quantity.COUNTS));
    }
}

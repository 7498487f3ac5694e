package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.glomera.study.CurvePoint;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

    /** Training and test Dice rise all the way, so that watching one of them would never stop. */
    private static List<CurvePoint> curve(double... validation) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < validation.length; i++) {
            points.add(new CurvePoint(i + 1, 0.01 * i, 0.01 * i, validation[i]));
        }
        return points;
    }

    @Test
    void ends_afterSoManyEpochsWithoutAGain() {
        EarlyStopping three = new EarlyStopping(3, 0);
        assertFalse(three.ends(curve(0.5, 0.6, 0.6, 0.55)));
        assertTrue(three.ends(curve(0.5, 0.6, 0.6, 0.55, 0.59)));
        assertFalse(three.ends(curve(0.5, 0.6, 0.6, 0.55, 0.61)));
        assertFalse(three.ends(List.of()));
    }

    @Test
    void ends_doesNotCountASmallGainButAddsThemUp() {
        // 0.50 -> 0.505 -> 0.509 are no gains over 0.50 by more than 0.01; 0.512 is one, since it is compared to 0.50
        EarlyStopping three = new EarlyStopping(3, 0.01);
        assertFalse(three.ends(curve(0.5, 0.505, 0.509, 0.512)));
        assertTrue(three.ends(curve(0.5, 0.505, 0.509, 0.5099)));
    }

    @Test
    void reportedEpoch_isTheFirstOfTheHighest() {
        assertEquals(3, new EarlyStopping(2, 0).reportedEpoch(curve(0.5, 0.4, 0.7, 0.7, 0.6)));
        // a rise that is too small to go on for is reported nevertheless
        assertEquals(4, new EarlyStopping(3, 0.01).reportedEpoch(curve(0.5, 0.505, 0.509, 0.5099)));
        assertEquals(2, new EarlyStopping(2, 0).reportedEpoch(curve(Double.NaN, 0.4, Double.NaN)));
    }

    @Test
    void withoutIt_theLastEpochIsReportedAndNothingEnds() {
        assertEquals(4, EarlyStopping.NONE.reportedEpoch(curve(0.9, 0.1, 0.1, 0.1)));
        assertFalse(EarlyStopping.NONE.ends(curve(0.9, 0.1, 0.1, 0.1)));
        assertEquals(0, new EarlyStopping(1, 0).reportedEpoch(List.of()));
    }

    @Test
    void numbersOutOfRange_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new EarlyStopping(1, Double.NaN));
    }
}

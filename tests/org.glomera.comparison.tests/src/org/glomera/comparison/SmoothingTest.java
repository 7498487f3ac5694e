package org.glomera.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.glomera.study.Curve;
import org.glomera.study.CurvePoint;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static final double ROUNDING = 1e-15;

    private static Curve curve(int epochs) {
        return new Curve(IntStream.rangeClosed(1, epochs).mapToObj(i -> new CurvePoint(i, 0.5, 0.5)).toList());
    }

    @Test
    void window_isATenthOfTheLongestCurve() {
        assertTrue(Smoothing.forCurves(List.of(curve(9))).isNone(), "9 epochs are shown as they are");
        assertTrue(Smoothing.forCurves(List.of(curve(29))).isNone());
        assertEquals(3, Smoothing.forCurves(List.of(curve(30))).window());
        assertEquals(9, Smoothing.forCurves(List.of(curve(56), curve(100))).window());
        assertEquals(99, Smoothing.forCurves(List.of(curve(1000))).window());
        assertTrue(Smoothing.forCurves(List.of()).isNone());
    }

    @Test
    void average_isCentredAndShrinksTowardsTheEnds() {
        // window 5: ends as they are, then 3 values, in the middle all 5: (1 + 2 + 6 + 4 + 7) / 5 = 4
        assertArrayEquals(new double[] {1, 3, 4, 17 / 3.0, 7},
                new Smoothing(5).of(new double[] {1, 2, 6, 4, 7}), ROUNDING);
        assertEquals(5, new Smoothing(4).window(), "an even window has no middle");
    }

    @Test
    void gap_staysAGapAndDoesNotCountInItsNeighbours() {
        // neighbours of the gap average what is there: (1 + 3) / 2 would need the gap's own value
        assertArrayEquals(new double[] {1, Double.NaN, 4, 5}, new Smoothing(3).of(new double[] {1, Double.NaN, 3, 5}),
                ROUNDING);
    }

    @Test
    void windowBelowOne_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Smoothing(0));
    }
}

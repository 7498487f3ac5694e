package org.glomera.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/**
 * Figures are R 4.2.2's {@code shapiro.test(x)}. scipy 1.17.1's {@code stats.shapiro(x)} agrees to 8 digits; it takes
 * its normal scores from a shorter approximation.
 */
class ShapiroWilkTest {

    /** The figures have 15 digits or more; sums of up to 5000 products are rounded. */
    private static final double W_ROUNDING = 1e-12;
    /** A p value as small as 1e-38 hangs on the 1e-14th part of W. */
    private static final double P_RELATIVE = 1e-9;

    @Test
    void test_ofThreeValuesIsAsByHand() {
        // 1, 2, 4: (4 - 1)^2 / 2 over squared deviations (16 + 1 + 25) / 9 = 14 / 3: W = 4.5 / 4.6667 = 27 / 28;
        // p = 6 / pi (asin sqrt(27 / 28) - asin sqrt(3 / 4)) = 0.63689
        var result = ShapiroWilk.test(new double[] {4, 1, 2});
        assertEquals(27 / 28.0, result.w(), W_ROUNDING);
        assertEquals(0.6368868450289632, result.p(), 1e-12);
        assertEquals(ShapiroWilk.EXACT, result.method());
    }

    @Test
    void test_agreesWithR() {
        check(0.9802084851896361, 0.9032407767293107, 1.2, -0.4, 3.1, 2.2);
        check(0.6297762649137075, 0.001240725931977281, 1, 1, 1, 2);
        check(0.5303671280838547, 6.039040980274908e-05, 1, 1, 2, 2, 3, 50);
        check(0.9007876156618141, 0.09784703594992884, 6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75);
        check(0.9063841078008039, 0.1917107811825564, sample(12, Math::log));
        check(0.89812479966181, 0.0004168851518945943, sample(50, i -> (double) i * i));
        check(0.9467861488066891, 2.035390142068982e-12, sample(500, Math::sqrt));
        check(0.9513590402039731, 7.421634914754232e-38, sample(5000, i -> Math.pow(i, 1.1)));
    }

    private static double[] sample(int n, IntToDoubleFunction of) {
        return IntStream.rangeClosed(1, n).mapToDouble(of).toArray();
    }

    private static void check(double w, double p, double... values) {
        var result = ShapiroWilk.test(values);
        assertEquals(w, result.w(), W_ROUNDING);
        assertEquals(p, result.p(), P_RELATIVE * p);
        assertEquals(values.length, result.n());
        assertEquals(ShapiroWilk.METHOD, result.method());
    }

    @Test
    void test_doesNotChangeWithShiftAndScale() {
        double[] values = {1.2, -0.4, 3.1, 2.2, 7};
        double[] moved = {1012, 996, 1031, 1022, 1070};
        assertEquals(ShapiroWilk.test(values).w(), ShapiroWilk.test(moved).w(), 1e-12);
        assertEquals(ShapiroWilk.test(values).p(), ShapiroWilk.test(new double[5], values).p());
    }

    @Test
    void test_saysWhyItIsNotComputed() {
        assertUndefined(ShapiroWilk.TOO_FEW, 1, 2);
        assertUndefined(ShapiroWilk.ALL_EQUAL, 3, 3, 3);
        assertUndefined(ShapiroWilk.ALL_EQUAL, 0.3, 0.1 + 0.2, 0.3);
        assertUndefined(ShapiroWilk.TOO_MANY, sample(5001, i -> i));
        assertThrows(IllegalArgumentException.class, () -> ShapiroWilk.test(new double[] {1, 2, Double.NaN}));
    }

    private static void assertUndefined(String why, double... values) {
        var result = ShapiroWilk.test(values);
        assertEquals(why, result.method());
        assertTrue(Double.isNaN(result.w()) && Double.isNaN(result.p()));
    }
}

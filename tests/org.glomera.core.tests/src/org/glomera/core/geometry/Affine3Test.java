package org.glomera.core.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class Affine3Test {

    private static final double ROUNDING = 1e-9;

    /** Oblique and anisotropic: columns of length 2, 3 and 5 that are not parallel to the axes. */
    private final Affine3 oblique = new Affine3(new Vector3(1.2, 1.6, 0), new Vector3(-2.4, 1.8, 0),
            new Vector3(0, 0, -5), new Vector3(7, -8, 9));

    @Test
    void apply_isTheSumOfTheColumns() {
        // x: 1.2 * 2 - 2.4 * 3 + 7 = 2.2; y: 1.6 * 2 + 1.8 * 3 - 8 = 0.6; z: -5 * 4 + 9 = -11
        Vector3 image = oblique.apply(2, 3, 4);
        assertEquals(2.2, image.x(), ROUNDING);
        assertEquals(0.6, image.y(), ROUNDING);
        assertEquals(-11, image.z(), ROUNDING);
    }

    @Test
    void inverse_bringsEveryPointBack() {
        Vector3 back = oblique.inverse().apply(oblique.apply(2, 3, 4));
        assertEquals(2, back.x(), ROUNDING);
        assertEquals(3, back.y(), ROUNDING);
        assertEquals(4, back.z(), ROUNDING);
    }

    @Test
    void after_doesTheFirstMapFirst() {
        Affine3 shift = Affine3.translation(new Vector3(1, 0, 0));
        // shift first: (3, 3, 4) gives x = 1.2 * 3 - 2.4 * 3 + 7 = 3.4
        assertEquals(3.4, oblique.after(shift).apply(2, 3, 4).x(), ROUNDING);
        // shift last: 2.2 + 1
        assertEquals(3.2, shift.after(oblique).apply(2, 3, 4).x(), ROUNDING);
    }

    @Test
    void determinant_isNegativeWhereHandednessChanges() {
        // columns 0 and 1 are perpendicular in the plane, 2 * 3; column 2 points down: -5
        assertEquals(-30, oblique.determinant(), ROUNDING);
    }

    @Test
    void constructor_refusesColumnsInOnePlane() {
        Vector3 x = new Vector3(1, 0, 0);
        assertThrows(IllegalArgumentException.class,
                () -> new Affine3(x, new Vector3(2, 0, 0), new Vector3(0, 0, 1), x));
        assertThrows(IllegalArgumentException.class, () -> new Vector3(Double.NaN, 0, 0));
    }
}

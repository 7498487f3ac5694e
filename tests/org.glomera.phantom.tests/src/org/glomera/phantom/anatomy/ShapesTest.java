package org.glomera.phantom.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

class ShapesTest {

    private static final double ROUNDING = 1e-9;
    /** Counting points 1.5 mm apart finds the volume of shapes some centimetres across to within half a percent. */
    private static final double COUNTING = 0.005;

    private final Frame oblique = Frame.at(new Vector3(3, -4, 5)).turned(0.3, -0.4, 0.5);

    @Test
    void turned_keepsARightHandedFrame() {
        assertEquals(1, oblique.u().length(), ROUNDING);
        assertEquals(0, oblique.u().dot(oblique.v()), ROUNDING);
        assertEquals(0, oblique.u().cross(oblique.v()).minus(oblique.w()).length(), ROUNDING);
    }

    @Test
    void turned_aboutWBringsUToV() {
        Frame quarter = Frame.at(new Vector3(0, 0, 0)).turned(0, 0, Math.PI / 2);
        assertEquals(0, quarter.u().minus(new Vector3(0, 1, 0)).length(), ROUNDING);
        // u goes to v, v to -u: a quarter turn anticlockwise as seen from w
        assertEquals(0, quarter.v().minus(new Vector3(-1, 0, 0)).length(), ROUNDING);
    }

    @Test
    void ellipsoid_hasItsSurfaceAtItsHalfAxes() {
        Ellipsoid ellipsoid = new Ellipsoid(oblique, 30, 20, 10);
        Vector3 tip = oblique.toBody(30, 0, 0);
        assertEquals(0, ellipsoid.distance(tip.x(), tip.y(), tip.z()), ROUNDING);
        Vector3 above = oblique.toBody(0, 0, 12);
        // along a half axis the approximation is exact: 12 - 10
        assertEquals(2, ellipsoid.distance(above.x(), above.y(), above.z()), ROUNDING);
        Vector3 middle = oblique.origin();
        assertEquals(-10, ellipsoid.distance(middle.x(), middle.y(), middle.z()), ROUNDING);
    }

    @Test
    void ellipsoid_hasTheVolumeOfTheFormula() {
        // 4/3 pi * 30 * 20 * 10 = 25132.7 cubic millimetres
        Measure measure = Measure.of(new Ellipsoid(oblique, 30, 20, 10), Tissue.even(0, 7));
        assertEquals(25.1327, measure.volumeMl(), COUNTING * 25.1327);
        assertEquals(0, measure.centroid().minus(oblique.origin()).length(), 0.1);
        assertEquals(7, measure.meanActivity(), ROUNDING);
    }

    @Test
    void capsule_measuresFromItsAxis() {
        Capsule capsule = new Capsule(new Vector3(0, 0, 0), new Vector3(10, 0, 0), 2, 4);
        // half way the radius is 3, so 5 above the axis is 2 outside
        assertEquals(2, capsule.distance(5, 5, 0), ROUNDING);
        // beyond the end the distance is from the end's ball of radius 4: 10 - 4
        assertEquals(6, capsule.distance(20, 0, 0), ROUNDING);
    }

    @Test
    void smoothUnion_isTheSmallerDistanceFarFromTheFillet() {
        SmoothUnion union = new SmoothUnion(List.of(Ellipsoid.at(0, 0, 0, 10, 10, 10), Ellipsoid.at(40, 0, 0, 5, 5, 5)), 4);
        assertEquals(10, union.distance(-20, 0, 0), ROUNDING);
        // where both distances are 3, the fillet takes k / 4 off: 3 - 1
        assertEquals(2, SmoothUnion.smoothMinimum(3, 3, 4), ROUNDING);
    }

    @Test
    void bean_bendsWithoutChangingItsVolume() {
        // bending moves each cross-section as a whole, so only the hollow, here tiny, takes volume away
        Bean bean = new Bean(oblique, 55, 28, 24, 12, 0.005);
        double ellipsoid = 4 / 3.0 * Math.PI * 55 * 28 * 24 / 1000;
        assertEquals(ellipsoid, Measure.of(bean, Tissue.even(0, 0)).volumeMl(), COUNTING * ellipsoid);
    }

    @Test
    void bean_opensToTheHilum() {
        Bean bean = new Bean(oblique, 55, 28, 24, 8, 0.6);
        Vector3 hilum = oblique.toBody(0, 22, 0);
        Vector3 opposite = oblique.toBody(0, -22, 0);
        assertTrue(bean.distance(hilum.x(), hilum.y(), hilum.z()) > 0);
        assertTrue(bean.distance(opposite.x(), opposite.y(), opposite.z()) < 0);
    }

    @Test
    void within_isTheIntersectionAndWithoutTheDifference() {
        Region ball = Ellipsoid.at(0, 0, 0, 10, 10, 10);
        Region front = new InFrontOf(0);
        assertTrue(ball.within(front).distance(0, -5, 0) < 0);
        assertTrue(ball.within(front).distance(0, 5, 0) > 0);
        assertTrue(ball.without(front).distance(0, 5, 0) < 0);
        assertTrue(ball.without(front).distance(0, -5, 0) > 0);
    }

    @Test
    void smoothNoise_staysWithinItsBoundsAndIsSmooth() {
        SmoothNoise noise = new SmoothNoise(Draw.of(5, "noise").random());
        double before = noise.at(-40, 0.3, 0.7);
        for (int i = 1; i < 20_000; i++) {
            double value = noise.at(-40 + i * 0.01, 0.3, 0.7);
            assertTrue(Math.abs(value) <= 1);
            // the weight's steepest slope is 1.5, lattice values differ by 2 at most: 3 * 0.01 a step
            assertTrue(Math.abs(value - before) <= 0.03 + ROUNDING);
            before = value;
        }
    }

    @Test
    void draw_givesTheSameNumbersForTheSameNameAndOthersForAnother() {
        assertEquals(Draw.of(7, "a").between(0, 1), Draw.of(7, "a").between(0, 1), 0);
        assertTrue(Draw.of(7, "a").between(0, 1) != Draw.of(7, "b").between(0, 1));
        assertTrue(Draw.of(7, "a").between(0, 1) != Draw.of(8, "a").between(0, 1));
    }
}

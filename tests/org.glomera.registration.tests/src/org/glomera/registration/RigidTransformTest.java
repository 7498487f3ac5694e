package org.glomera.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

class RigidTransformTest {

    /** Rounding of a few products of doubles on positions of some hundred millimetres. */
    private static final double ROUNDING_MM = 1e-10;

    private static void assertAt(double x, double y, double z, Vector3 actual) {
        assertEquals(0, new Vector3(x, y, z).minus(actual).length(), ROUNDING_MM, actual.toString());
    }

    private static RigidTransform drawn(Random random) {
        return new RigidTransform(new Vector3(random.nextGaussian(10, 100), random.nextGaussian(0, 100), -700),
                new Vector3(random.nextGaussian(0, 60), random.nextGaussian(0, 40), random.nextGaussian(0, 60)),
                new Vector3(random.nextGaussian(0, 20), random.nextGaussian(0, 20), random.nextGaussian(0, 20)));
    }

    @Test
    void identity_leavesEveryPoint() {
        assertAt(3, -4, 5, RigidTransform.identity(new Vector3(10, 20, 30)).apply(new Vector3(3, -4, 5)));
    }

    @Test
    void aQuarterTurnAboutEachAxis_isRightHanded() {
        Vector3 centre = new Vector3(0, 0, 0);
        Vector3 still = new Vector3(0, 0, 0);
        // about x: y (back) goes to z (head); about y: z goes to x (left); about z: x goes to y
        assertAt(0, 0, 1, new RigidTransform(centre, new Vector3(90, 0, 0), still).apply(new Vector3(0, 1, 0)));
        assertAt(1, 0, 0, new RigidTransform(centre, new Vector3(0, 90, 0), still).apply(new Vector3(0, 0, 1)));
        assertAt(0, 1, 0, new RigidTransform(centre, new Vector3(0, 0, 90), still).apply(new Vector3(1, 0, 0)));
    }

    @Test
    void rotations_areDoneAboutXThenYThenZ() {
        RigidTransform both = new RigidTransform(new Vector3(0, 0, 0), new Vector3(90, 0, 90), new Vector3(0, 0, 0));
        // y goes to z about x, and z stays about z; the other order would give y -> -x -> -x
        assertAt(0, 0, 1, both.apply(new Vector3(0, 1, 0)));
        RigidTransform three = new RigidTransform(new Vector3(0, 0, 0), new Vector3(90, 90, 90), new Vector3(0, 0, 0));
        // y -> z (about x) -> x (about y) -> y (about z)
        assertAt(0, 1, 0, three.apply(new Vector3(0, 1, 0)));
    }

    @Test
    void theCentre_isOnlyShifted() {
        RigidTransform transform = new RigidTransform(new Vector3(10, 20, -700), new Vector3(0, 0, 90),
                new Vector3(1, 2, 3));
        assertAt(11, 22, -697, transform.apply(new Vector3(10, 20, -700)));
        // 5 mm left of the centre goes 5 mm behind it, then the shift
        assertAt(11, 27, -697, transform.apply(new Vector3(15, 20, -700)));
    }

    @Test
    void thirtyDegrees_areTheSineAndCosineOfThirtyDegrees() {
        RigidTransform transform = new RigidTransform(new Vector3(0, 0, 0), new Vector3(30, 0, 0), new Vector3(0, 0, 0));
        // (0, 10, 0) -> (0, 10 cos 30, 10 sin 30)
        assertAt(0, 8.660254037844387, 5, transform.apply(new Vector3(0, 10, 0)));
    }

    @Test
    void inverse_undoesAndKeepsTheCentre() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            RigidTransform transform = drawn(random);
            RigidTransform back = transform.inverse();
            Vector3 point = new Vector3(random.nextGaussian(0, 200), 30, -650);
            Vector3 there = back.apply(transform.apply(point));
            assertAt(point.x(), point.y(), point.z(), there);
            assertEquals(transform.centreMm(), back.centreMm());
        }
    }

    @Test
    void after_isOneAfterTheOtherAboutTheCentreOfTheFirst() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            RigidTransform first = drawn(random);
            RigidTransform second = drawn(random);
            Vector3 point = new Vector3(random.nextGaussian(0, 200), -60, -800);
            Vector3 there = second.apply(first.apply(point));
            assertAt(there.x(), there.y(), there.z(), second.after(first).apply(point));
            assertEquals(first.centreMm(), second.after(first).centreMm());
        }
    }

    @Test
    void anotherCentre_isTheSameMovement() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            RigidTransform transform = drawn(random);
            Vector3 point = new Vector3(random.nextGaussian(0, 200), 30, -650);
            Vector3 there = transform.apply(point);
            assertAt(there.x(), there.y(), there.z(), transform.about(new Vector3(1, -2, 3)).apply(point));
        }
    }

    @Test
    void theSixNumbers_comeBackFromTheMap() {
        RigidTransform transform = new RigidTransform(new Vector3(1, 2, 3), new Vector3(5, -70, 170),
                new Vector3(-4, 5, 6));
        RigidTransform back = RigidTransform.of(transform.toAffine(), transform.centreMm());
        assertEquals(0, transform.rotationDegrees().minus(back.rotationDegrees()).length(), 1e-9);
        assertEquals(0, transform.shiftMm().minus(back.shiftMm()).length(), ROUNDING_MM);
    }

    @Test
    void aRightAngleAboutY_givesAMapThatComesBack() {
        // about y by 90 degrees, the other two angles turn about the same axis: only their sum or difference is known
        for (double y : new double[] {90, -90}) {
            RigidTransform transform = new RigidTransform(new Vector3(1, 2, 3), new Vector3(20, y, 50),
                    new Vector3(0, 0, 0));
            RigidTransform back = RigidTransform.of(transform.toAffine(), transform.centreMm());
            Vector3 there = transform.apply(new Vector3(100, 50, -20));
            assertAt(there.x(), there.y(), there.z(), back.apply(new Vector3(100, 50, -20)));
        }
    }

    @Test
    void theAngle_isThatOfTheWholeRotation() {
        Vector3 none = new Vector3(0, 0, 0);
        assertEquals(0, RigidTransform.identity(none).angleDegrees(), 1e-12);
        assertEquals(40, new RigidTransform(none, new Vector3(0, -40, 0), none).angleDegrees(), 1e-9);
        // a quarter turn about x and then about z turns by 120 degrees about a diagonal: the trace is 0 = 1 + 2 cos
        assertEquals(120, new RigidTransform(none, new Vector3(90, 0, 90), none).angleDegrees(), 1e-9);
        assertEquals(180, new RigidTransform(none, new Vector3(0, 0, 180), none).angleDegrees(), 1e-9);
    }

    @Test
    void aMapThatScalesOrMirrors_isRefused() {
        Vector3 none = new Vector3(0, 0, 0);
        Affine3 scaled = new Affine3(new Vector3(1.001, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), none);
        Affine3 mirrored = new Affine3(new Vector3(-1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), none);
        for (Affine3 map : new Affine3[] {scaled, mirrored}) {
            String sentence = assertThrows(IllegalArgumentException.class, () -> RigidTransform.of(map, none)).getMessage();
            assertTrue(sentence.contains("not those of a rotation"), sentence);
        }
    }
}

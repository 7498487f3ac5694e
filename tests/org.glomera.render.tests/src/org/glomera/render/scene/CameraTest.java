package org.glomera.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cameras by hand arithmetic: x grows to the patient's left, y to the back, z to the head. */
class CameraTest {

    /** Rounding of a few operations on numbers of some hundred. */
    private static final double ROUNDING = 1e-9;
    /** 100 mm wide, 60 mm deep, 240 mm high; its centre is (50, 30, 120). */
    private static final Extent BOX = new Extent(new Vector3(0, 0, 0), new Vector3(100, 60, 240));
    private static final Vector3 CENTRE = new Vector3(50, 30, 120);
    /** Stands 400 mm in front of the centre; tan(angle / 2) = 0.25, so it sees 2 * 400 * 0.25 = 200 mm of height. */
    private static final Camera FRONT = new Camera(new Vector3(50, -370, 120), CENTRE, new Vector3(0, 0, 1),
            2 * Math.toDegrees(Math.atan(0.25)), false);

    private static void assertVector(Vector3 expected, Vector3 actual) {
        assertTrue(expected.minus(actual).length() < ROUNDING, "expected " + expected + ", got " + actual);
    }

    @Test
    void seenFromTheFront_thePatientsRightIsOnTheLeftOfThePictureAndTheHeadUp() {
        Camera camera = Camera.of(StandardView.FRONT, BOX);
        // The patient's right is at smaller x, the head at larger z. The picture is 600 x 400, its middle (300, 200).
        Vector3 right = camera.project(new Vector3(0, 30, 120), 600, 400);
        Vector3 head = camera.project(new Vector3(50, 30, 240), 600, 400);
        assertTrue(right.x() < 300, "the patient's right is at " + right);
        assertEquals(200, right.y(), ROUNDING);
        assertTrue(head.y() < 200, "the head is at " + head);
        assertEquals(300, head.x(), ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(StandardView.class)
    void everyStandardView_standsOnItsSideAndLooksAtTheCentre(StandardView side) {
        Camera camera = Camera.of(side, BOX);
        assertVector(CENTRE, camera.focalMm());
        assertVector(side.from(), camera.positionMm().minus(CENTRE).times(1 / camera.distanceMm()));
        assertVector(side.up(), camera.up());
        assertVector(new Vector3(300, 200, camera.distanceMm()), camera.project(CENTRE, 600, 400));
    }

    @Test
    void theStandardViews_haveThePatientsLeftOnTheSideThatTheirWordsSay() {
        // The direction to the picture's right is direction of view x up, by hand:
        assertVector(new Vector3(1, 0, 0), Camera.of(StandardView.FRONT, BOX).right());
        assertVector(new Vector3(-1, 0, 0), Camera.of(StandardView.BACK, BOX).right());
        // From the right the front (smaller y) is on the right, from the left it is on the left.
        assertVector(new Vector3(0, -1, 0), Camera.of(StandardView.RIGHT, BOX).right());
        assertVector(new Vector3(0, 1, 0), Camera.of(StandardView.LEFT, BOX).right());
        assertVector(new Vector3(-1, 0, 0), Camera.of(StandardView.HEAD, BOX).right());
        assertVector(new Vector3(1, 0, 0), Camera.of(StandardView.FEET, BOX).right());
    }

    @Test
    void aPoint_isProjectedByItsDepth() {
        assertEquals(200, FRONT.heightMm(), ROUNDING);
        // In the focal plane 400 px show 200 mm: 2 px a mm. (90, 30, 150) is 40 mm right and 30 mm above the middle.
        assertVector(new Vector3(300 + 80, 200 - 60, 400), FRONT.project(new Vector3(90, 30, 150), 600, 400));
        // 200 mm nearer to the camera the picture shows 100 mm: 4 px a mm.
        assertVector(new Vector3(300 + 160, 200 - 120, 200), FRONT.project(new Vector3(90, -170, 150), 600, 400));
        // With parallel rays depth does not count.
        assertVector(new Vector3(300 + 80, 200 - 60, 200),
                FRONT.withParallel(true).project(new Vector3(90, -170, 150), 600, 400));
    }

    @Test
    void aRay_goesThroughWhatItsPixelShows() {
        for (boolean parallel : new boolean[] {false, true}) {
            Camera camera = FRONT.orbit(20, -35).withParallel(parallel);
            Ray ray = camera.ray(123.5, 77.25, 600, 400);
            for (double mm : new double[] {100, 350, 900}) {
                Vector3 at = camera.project(ray.at(mm), 600, 400);
                assertEquals(123.5, at.x(), ROUNDING);
                assertEquals(77.25, at.y(), ROUNDING);
            }
        }
        // By hand: 2 px a mm at 400 mm; 80 px right and 60 px up is (40, 400, 30) from the camera.
        Vector3 through = new Vector3(40, 400, 30);
        assertVector(through.times(1 / through.length()), FRONT.ray(380, 140, 600, 400).direction());
        assertVector(new Vector3(0, 1, 0), FRONT.withParallel(true).ray(380, 140, 600, 400).direction());
        assertVector(new Vector3(90, -370, 150), FRONT.withParallel(true).ray(380, 140, 600, 400).originMm());
    }

    @Test
    void orbit_takesTheNearSideAlongWithTheHand() {
        // By 90 degrees to the right: what was in front turns to the right of the picture, so the camera now stands on
        // the left of the picture, which seen from the front is the patient's right.
        Camera right = FRONT.orbit(90, 0);
        assertVector(new Vector3(50 - 400, 30, 120), right.positionMm());
        assertVector(new Vector3(0, 0, 1), right.up());
        // By 90 degrees down: the camera stands above the head, and the back, which was behind, is up.
        Camera down = FRONT.orbit(0, 90);
        assertVector(new Vector3(50, 30, 120 + 400), down.positionMm());
        assertVector(new Vector3(0, 1, 0), down.up());
        // A small one: a point in front of the centre, on the near side, follows the hand.
        Vector3 near = new Vector3(50, 0, 120);
        Vector3 moved = FRONT.orbit(5, 3).project(near, 600, 400);
        assertTrue(moved.x() > 300 && moved.y() > 200, "the near side went to " + moved);
    }

    @Test
    void orbit_keepsTheDistanceAndComesBack() {
        Camera there = FRONT.orbit(33, -71).orbit(12, 140);
        assertEquals(400, there.distanceMm(), ROUNDING);
        Camera back = FRONT.orbit(0, 25).orbit(0, -25).orbit(360, 0);
        assertVector(FRONT.positionMm(), back.positionMm());
        assertVector(FRONT.up(), back.up());
    }

    @Test
    void roll_turnsThePictureClockwise() {
        // By a quarter clockwise the head, which was up, is on the right of the picture.
        Vector3 head = FRONT.roll(90).project(new Vector3(50, 30, 150), 600, 400);
        assertVector(new Vector3(300 + 60, 200, 400), head);
    }

    @Test
    void pan_movesWhatIsSeenByHeightsOfThePane() {
        // A quarter of the height to the right is 0.25 * 200 mm = 50 mm: the camera goes 50 mm to the picture's left;
        // half a height down is 100 mm: the camera goes 100 mm up.
        Camera moved = FRONT.pan(0.25, 0.5);
        assertVector(new Vector3(50 - 50, -370, 120 + 100), moved.positionMm());
        assertVector(new Vector3(50 - 50, 30, 120 + 100), moved.focalMm());
        // In a pane of 400 px the centre, which was at (300, 200), is now at (300 + 100, 200 + 200).
        assertVector(new Vector3(400, 400, 400), moved.project(CENTRE, 600, 400));
    }

    @Test
    void zoom_enlargesWhatLiesInTheFocalPlane() {
        Camera near = FRONT.zoom(2);
        assertEquals(200, near.distanceMm(), ROUNDING);
        assertEquals(100, near.heightMm(), ROUNDING);
        assertVector(CENTRE, near.focalMm());
        assertEquals(100, FRONT.withParallel(true).zoom(2).heightMm(), ROUNDING);
        // However often a wheel turns, a camera stays a camera.
        Camera extreme = FRONT;
        for (int i = 0; i < 200; i++) {
            extreme = extreme.zoom(2);
        }
        assertEquals(1, extreme.distanceMm(), ROUNDING);
    }

    @Test
    void fit_showsTheWholeBoxWithAMargin() {
        // From the front: half the height 120 mm is more than half the width 50 mm / (600 / 400). With the margin of
        // 5 % 126 mm are to fit into tan = 0.25 at the near face, which is 30 mm nearer: 126 / 0.25 + 30 = 534 mm.
        Camera fitted = FRONT.zoom(7).pan(0.3, 2).fit(BOX, 1.5);
        assertEquals(534, fitted.distanceMm(), ROUNDING);
        assertVector(CENTRE, fitted.focalMm());
        // In a pane five times as high as wide the width counts: 52.5 / 0.2 / 0.25 + 30 = 1080 mm.
        assertEquals(1080, FRONT.fit(BOX, 0.2).distanceMm(), ROUNDING);
        // With parallel rays the near face is no larger: 504 mm.
        assertEquals(504, FRONT.withParallel(true).fit(BOX, 1.5).distanceMm(), ROUNDING);
    }

    @Test
    void fit_leavesNoCornerOutsideFromAnyDirection() {
        for (int turn = 0; turn < 60; turn++) {
            Camera camera = FRONT.orbit(37 * turn, 23 * turn).fit(BOX, 0.75);
            for (int corner = 0; corner < 8; corner++) {
                Vector3 at = camera.project(new Vector3(100.0 * (corner & 1), 60.0 * (corner >> 1 & 1),
                        240.0 * (corner >> 2)), 300, 400);
                assertTrue(at.x() > 0 && at.x() < 300 && at.y() > 0 && at.y() < 400, "corner at " + at);
            }
        }
    }

    @Test
    void aBoxWithoutSize_canBeFitted() {
        Camera camera = Camera.of(StandardView.LEFT, new Extent(CENTRE, CENTRE));
        assertVector(CENTRE, camera.focalMm());
        assertEquals(1, camera.distanceMm(), ROUNDING);
    }

    @Test
    void up_isMadeSquareToTheDirectionOfView() {
        assertVector(new Vector3(0, 0, 1), new Camera(new Vector3(0, -10, 0), new Vector3(0, 0, 0),
                new Vector3(0, 5, 7), 30, false).up());
    }

    @Test
    void aCameraThatSeesNothing_isRefused() {
        Vector3 zero = new Vector3(0, 0, 0);
        Vector3 up = new Vector3(0, 0, 1);
        assertThrows(IllegalArgumentException.class, () -> new Camera(zero, zero, up, 30, false));
        assertThrows(IllegalArgumentException.class, () -> new Camera(up, zero, up, 30, false));
        assertThrows(IllegalArgumentException.class, () -> new Camera(new Vector3(1, 0, 0), zero, up, 180, false));
        assertThrows(IllegalArgumentException.class, () -> FRONT.zoom(0));
        assertThrows(IllegalArgumentException.class, () -> FRONT.fit(BOX, Double.NaN));
    }
}

package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * The space above the diaphragm: two domes, the right one higher, that fall off towards the wall.
 *
 * @param cavity the wall that the diaphragm hangs on
 * @param rightDome height of the right dome in millimetres
 * @param leftDome height of the left dome
 */
record Diaphragm(Trunk cavity, double rightDome, double leftDome) implements Region {

    private static final double ENDLESS_MM = 1e3;
    private static final double SADDLE_MM = 22;
    private static final double DOME_WIDTH_MM = 62;
    private static final double FALL_MM = 75;
    private static final double FALL_FROM = 0.55;
    /** Beyond the wall the diaphragm falls no further. */
    private static final double STEEPEST = 1.1;

    @Override
    public Box box() {
        return new Box(new Vector3(-ENDLESS_MM, -ENDLESS_MM, rightDome - FALL_MM * STEEPEST * STEEPEST - 2 * SADDLE_MM),
                new Vector3(ENDLESS_MM, ENDLESS_MM, ENDLESS_MM));
    }

    @Override
    public double distance(double x, double y, double z) {
        if (z > rightDome + FAR_MM) {
            return -FAR_MM;
        }
        double lowest = Math.min(rightDome, leftDome) - SADDLE_MM - FALL_MM * STEEPEST * STEEPEST;
        return z < lowest - FAR_MM ? lowest - z : height(x, y, z) - z;
    }

    private double height(double x, double y, double z) {
        double saddle = Math.min(rightDome, leftDome) - SADDLE_MM;
        double right = (rightDome - saddle) * bump((x + 68) / DOME_WIDTH_MM, (y + 12) / DOME_WIDTH_MM);
        double left = (leftDome - saddle) * bump((x - 68) / DOME_WIDTH_MM, (y + 8) / DOME_WIDTH_MM);
        double level = cavity.level(x, y, z);
        double out = Math.min(STEEPEST, Math.max(0, level - FALL_FROM) / (1 - FALL_FROM));
        return saddle + right + left - FALL_MM * out * out * (y > 0 ? 1 : 0.5);
    }

    private static double bump(double a, double b) {
        double t = 1 / (1 + a * a + b * b);
        return t * t;
    }
}

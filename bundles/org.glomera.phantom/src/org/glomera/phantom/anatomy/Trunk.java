package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * A wall around the trunk: a rounded box in cross-section, unlike in front and at the back, with a waist.
 *
 * @param halfWidth half width in millimetres at the waist
 * @param front from the body's middle to the front
 * @param back from the body's middle to the back
 * @param boxiness 0 for an ellipse to 1 for a rounded box
 * @param waist how much wider the trunk is 150 mm above and below the waist, as a share
 * @param grooveMm depth of the groove along the spine
 */
public record Trunk(double halfWidth, double front, double back, double boxiness, double waist, double grooveMm)
        implements Region {

    private static final double WAIST_HEIGHT_MM = -30;
    private static final double WAIST_RANGE_MM = 150;
    private static final double GROOVE_WIDTH_MM = 22;
    private static final double ENDLESS_MM = 1000;
    /** Below this squared ellipse level a point is deep inside, whatever the boxiness: a depth of a quarter will do. */
    private static final double DEEP = 0.4;

    /** This wall, further out by lengths in millimetres. */
    public Trunk wider(double sides, double atFront, double atBack, double newBoxiness, double newGroove) {
        return new Trunk(halfWidth + sides, front + atFront, back + atBack, newBoxiness, waist, newGroove);
    }

    @Override
    public Box box() {
        double grown = 1 + 4 * waist;
        return new Box(new Vector3(-halfWidth * grown, -front * grown, -ENDLESS_MM),
                new Vector3(halfWidth * grown, back * grown, ENDLESS_MM));
    }

    @Override
    public double distance(double x, double y, double z) {
        double scale = scale(z);
        double a = x * scale / halfWidth;
        double b = y * scale / (y > 0 ? back : front);
        if (a * a + b * b < DEEP) {
            return -Math.min(front, back) / 4;
        }
        double f = level(a, b);
        double d = (f - 1) * Math.sqrt(x * x + y * y) / f;
        if (grooveMm > 0 && y > 0) {
            double g = x / GROOVE_WIDTH_MM;
            d += grooveMm / (1 + g * g * g * g);
        }
        return d;
    }

    /** How far out a point is as a share of the way from the middle to the wall, without the groove: 1 on the wall. */
    public double level(double x, double y, double z) {
        double scale = scale(z);
        return level(x * scale / halfWidth, y * scale / (y > 0 ? back : front));
    }

    private double scale(double z) {
        double t = (z - WAIST_HEIGHT_MM) / WAIST_RANGE_MM;
        return 1 / (1 + waist * Math.min(t * t, 2));
    }

    private double level(double a, double b) {
        double a2 = a * a;
        double b2 = b * b;
        double round = Math.sqrt(a2 + b2);
        double square = Math.sqrt(Math.sqrt(a2 * a2 + b2 * b2));
        return (1 - boxiness) * round + boxiness * square;
    }

    /** The point on the wall, moved outwards by {@code outMm}, in the direction of an angle from the back, in radians. */
    public Vector3 onWall(double angle, double outMm, double z) {
        double sx = Math.sin(angle);
        double sy = Math.cos(angle);
        double r = 1 / level(sx, sy, z) + outMm;
        return new Vector3(r * sx, r * sy, z);
    }
}

package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * An ellipsoid.
 *
 * @param frame its axes and middle
 * @param ru half axis along u in millimetres
 * @param rv half axis along v in millimetres
 * @param rw half axis along w in millimetres
 */
public record Ellipsoid(Frame frame, double ru, double rv, double rw) implements Region {

    /** An ellipsoid along the body's axes. */
    public static Ellipsoid at(double x, double y, double z, double rx, double ry, double rz) {
        return new Ellipsoid(Frame.at(new Vector3(x, y, z)), rx, ry, rz);
    }

    @Override
    public Box box() {
        return frame.boxOf(ru, rv, rw);
    }

    @Override
    public double distance(double x, double y, double z) {
        Vector3 o = frame.origin();
        double dx = x - o.x();
        double dy = y - o.y();
        double dz = z - o.z();
        double a = (dx * frame.u().x() + dy * frame.u().y() + dz * frame.u().z()) / ru;
        double b = (dx * frame.v().x() + dy * frame.v().y() + dz * frame.v().z()) / rv;
        double c = (dx * frame.w().x() + dy * frame.w().y() + dz * frame.w().z()) / rw;
        return distance(a, b, c, ru, rv, rw);
    }

    /**
     * The approximate distance from an ellipsoid's surface, {@code k (k - 1) / |gradient|} with k the length of the
     * scaled position.
     */
    static double distance(double a, double b, double c, double ru, double rv, double rw) {
        double k = Math.sqrt(a * a + b * b + c * c);
        double ga = a / ru;
        double gb = b / rv;
        double gc = c / rw;
        double gradient = Math.sqrt(ga * ga + gb * gb + gc * gc);
        return gradient == 0 ? -Math.min(ru, Math.min(rv, rw)) : k * (k - 1) / gradient;
    }
}

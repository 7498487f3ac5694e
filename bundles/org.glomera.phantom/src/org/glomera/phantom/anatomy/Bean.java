package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * The shape of a kidney: an ellipsoid along u whose poles bend towards v, less the hilum, a hollow that opens to v. Its
 * hollow, of which the kidney's fat-filled sinus is a part, does not belong to the region.
 *
 * @param frame middle and axes: u from the lower to the upper pole, v to the hilum, w across
 * @param ru half length in millimetres
 * @param rv half width
 * @param rw half thickness
 * @param bendMm how far the poles lie nearer to the hilum's side than the middle does
 * @param sinusDepth how deep the hollow reaches, as a share of the width, 0 to 1
 */
public record Bean(Frame frame, double ru, double rv, double rw, double bendMm, double sinusDepth) implements Region {

    private static final double RIM_MM = 5;

    @Override
    public Box box() {
        return frame.boxOf(ru, rv + bendMm, rw).grown(1);
    }

    @Override
    public double distance(double x, double y, double z) {
        Vector3 o = frame.origin();
        double dx = x - o.x();
        double dy = y - o.y();
        double dz = z - o.z();
        double u = dx * frame.u().x() + dy * frame.u().y() + dz * frame.u().z();
        double v = dx * frame.v().x() + dy * frame.v().y() + dz * frame.v().z();
        double w = dx * frame.w().x() + dy * frame.w().y() + dz * frame.w().z();
        double t = u / ru;
        double straight = v - bendMm * (t * t - 0.35);
        double body = Ellipsoid.distance(t, straight / rv, w / rw, ru, rv, rw);
        if (body > FAR_MM) {
            return body;
        }
        return -SmoothUnion.smoothMinimum(-body, sinus(u, straight, w), RIM_MM);
    }

    /** The distance from the hollow's surface in organ coordinates, after straightening. */
    private double sinus(double u, double v, double w) {
        double su = 0.42 * ru;
        double sv = 2 * rv * sinusDepth;
        double sw = 0.36 * rw;
        return Ellipsoid.distance(u / su, (v - 1.1 * rv) / sv, w / sw, su, sv, sw);
    }

    /** The distance from the hollow's surface in millimetres, negative in the hollow. */
    public double distanceFromSinus(double x, double y, double z) {
        Vector3 d = new Vector3(x, y, z).minus(frame.origin());
        double u = d.dot(frame.u());
        double t = u / ru;
        return sinus(u, d.dot(frame.v()) - bendMm * (t * t - 0.35), d.dot(frame.w()));
    }
}

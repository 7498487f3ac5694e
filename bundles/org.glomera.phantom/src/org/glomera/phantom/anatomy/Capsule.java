package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * A round rod between two points, whose radius changes evenly from one end to the other.
 *
 * @param a one end, in millimetres
 * @param b the other end
 * @param radiusA radius at {@code a}
 * @param radiusB radius at {@code b}
 */
public record Capsule(Vector3 a, Vector3 b, double radiusA, double radiusB) implements Region {

    @Override
    public Box box() {
        return Box.around(a, radiusA).with(Box.around(b, radiusB));
    }

    @Override
    public double distance(double x, double y, double z) {
        double bx = b.x() - a.x();
        double by = b.y() - a.y();
        double bz = b.z() - a.z();
        double px = x - a.x();
        double py = y - a.y();
        double pz = z - a.z();
        double squared = bx * bx + by * by + bz * bz;
        double t = squared == 0 ? 0 : (px * bx + py * by + pz * bz) / squared;
        t = Math.max(0, Math.min(1, t));
        double dx = px - t * bx;
        double dy = py - t * by;
        double dz = pz - t * bz;
        return Math.sqrt(dx * dx + dy * dy + dz * dz) - (radiusA + t * (radiusB - radiusA));
    }
}

package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * An upright column with an elliptic cross-section.
 *
 * @param x position of the axis to the left in millimetres
 * @param y position of the axis to the back
 * @param rx half axis of the cross-section along x
 * @param ry half axis of the cross-section along y
 * @param low height of the lower end
 * @param high height of the upper end
 */
public record Column(double x, double y, double rx, double ry, double low, double high) implements Region {

    @Override
    public Box box() {
        return new Box(new Vector3(x - rx, y - ry, low), new Vector3(x + rx, y + ry, high));
    }

    @Override
    public double distance(double px, double py, double pz) {
        double across = Ellipsoid.distance((px - x) / rx, (py - y) / ry, 0, rx, ry, 1);
        return Math.max(across, Math.max(low - pz, pz - high));
    }
}

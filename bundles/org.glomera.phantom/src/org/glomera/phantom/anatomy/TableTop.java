package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/**
 * A sheet that is bent upwards at the sides, as the top of a scanner's table is.
 *
 * @param y how far its lowest line lies behind the body's middle, in millimetres
 * @param radius radius of the bend
 * @param thickness thickness of the sheet
 */
record TableTop(double y, double radius, double thickness) implements Region {

    private static final double HALF_WIDTH_MM = 205;
    private static final double HALF_LENGTH_MM = 600;

    @Override
    public Box box() {
        double rise = radius - Math.sqrt(radius * radius - HALF_WIDTH_MM * HALF_WIDTH_MM);
        return new Box(new Vector3(-HALF_WIDTH_MM, y - rise - thickness, -HALF_LENGTH_MM),
                new Vector3(HALF_WIDTH_MM, y + thickness, HALF_LENGTH_MM));
    }

    @Override
    public double distance(double px, double py, double pz) {
        double up = py - (y - radius);
        return Math.max(Math.abs(Math.sqrt(px * px + up * up) - radius) - thickness / 2, Math.abs(px) - HALF_WIDTH_MM);
    }
}

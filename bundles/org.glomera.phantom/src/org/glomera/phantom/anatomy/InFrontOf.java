package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/** The half of space in front of a plane: where gas gathers in a patient who lies on the back. */
record InFrontOf(double y) implements Region {

    private static final double ENDLESS_MM = 1e4;

    @Override
    public Box box() {
        return new Box(new Vector3(-ENDLESS_MM, -ENDLESS_MM, -ENDLESS_MM), new Vector3(ENDLESS_MM, y, ENDLESS_MM));
    }

    @Override
    public double distance(double px, double py, double pz) {
        return py - y;
    }
}

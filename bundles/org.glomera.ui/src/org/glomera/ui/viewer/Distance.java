package org.glomera.ui.viewer;

import java.util.Objects;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Plane;

/**
 * A length that the user measures in a slice.
 *
 * @param plane the plane it was drawn in
 * @param fromMm one end, patient millimetres
 * @param toMm the other end, patient millimetres
 */
record Distance(Plane plane, Vector3 fromMm, Vector3 toMm) {

    Distance {
        Objects.requireNonNull(plane);
        Objects.requireNonNull(fromMm);
        Objects.requireNonNull(toMm);
    }

    /** Its length in millimetres. */
    double lengthMm() {
        return toMm.minus(fromMm).length();
    }
}

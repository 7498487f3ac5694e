package org.glomera.render.scene;

import org.glomera.core.geometry.Vector3;

/**
 * A straight line with a direction.
 *
 * @param originMm where it begins, patient millimetres
 * @param direction where it goes; of length 1
 */
public record Ray(Vector3 originMm, Vector3 direction) {

    private static final double ROUNDING = 1e-6;

    /** Refuses a direction whose length is not 1. */
    public Ray {
        if (Math.abs(direction.length() - 1) > ROUNDING) {
            throw new IllegalArgumentException("The direction of a ray has the length 1, not " + direction.length());
        }
    }

    /** The point at a distance from the origin, in millimetres. */
    public Vector3 at(double mm) {
        return originMm.plus(direction.times(mm));
    }
}

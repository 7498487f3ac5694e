package org.glomera.render.scene;

import org.glomera.core.geometry.Vector3;

/**
 * A plane that cuts surfaces and clouds: what lies on the side to which the normal points is kept. Planes, lines and
 * points of the scene are not cut.
 *
 * @param pointMm a point of the plane in patient millimetres
 * @param normal the direction to what is kept; of any length above 0
 */
public record Clip(Vector3 pointMm, Vector3 normal) {

    /** Refuses a normal without length. */
    public Clip {
        if (!(normal.length() > 0)) {
            throw new IllegalArgumentException("The normal of a clipping plane has a length.");
        }
    }

    /** Whether a point is kept. */
    public boolean keeps(Vector3 mm) {
        return mm.minus(pointMm).dot(normal) >= 0;
    }
}

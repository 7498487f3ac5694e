package org.glomera.phantom.anatomy;

import org.glomera.core.geometry.Vector3;

/** A box along the body's axes in millimetres, from {@code low} to {@code high}. */
public record Box(Vector3 low, Vector3 high) {

    /** The box around a sphere. */
    public static Box around(Vector3 centre, double radius) {
        Vector3 r = new Vector3(radius, radius, radius);
        return new Box(centre.minus(r), centre.plus(r));
    }

    /** The smallest box around this and another. */
    public Box with(Box other) {
        return new Box(new Vector3(Math.min(low.x(), other.low.x()), Math.min(low.y(), other.low.y()),
                Math.min(low.z(), other.low.z())), new Vector3(Math.max(high.x(), other.high.x()),
                Math.max(high.y(), other.high.y()), Math.max(high.z(), other.high.z())));
    }

    /** This box, larger on all sides. */
    public Box grown(double mm) {
        Vector3 r = new Vector3(mm, mm, mm);
        return new Box(low.minus(r), high.plus(r));
    }
}

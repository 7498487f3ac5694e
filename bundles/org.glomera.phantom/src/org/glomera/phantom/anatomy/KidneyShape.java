package org.glomera.phantom.anatomy;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/** A kidney's shape that comes from elsewhere, for instance from a label map. Safe for use by several threads. */
public interface KidneyShape {

    /** What a reader is told about where it comes from. */
    String name();

    /**
     * Its region as the kidney of a side, with its centroid at {@code centroid} in body coordinates. It may turn and
     * scale the shape a little with {@code draw}, so that one shape serves several patients.
     */
    Region at(Side side, Vector3 centroid, Draw draw);
}

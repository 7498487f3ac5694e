package org.glomera.phantom.anatomy;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/** A kidney's shape that comes from elsewhere, for instance from a label map. Safe for use by several threads. */
public interface KidneyShape {

    /** What a reader is told about where it comes from; holds no path. */
    String name();

    /** Its region as the kidney of a side, with its centroid at {@code centroid} in body coordinates. */
    Region at(Side side, Vector3 centroid);
}

package org.glomera.dicom;

import java.util.List;

import org.glomera.core.geometry.Vector3;

/**
 * A closed polygon in a plane; the last point is joined to the first.
 *
 * @param pointsMm the corners in patient millimetres, at least three
 */
public record Contour(List<Vector3> pointsMm) {

    /** Refuses fewer than three points. */
    public Contour {
        pointsMm = List.copyOf(pointsMm);
        if (pointsMm.size() < 3) {
            throw new IllegalArgumentException("A contour has at least three points, not " + pointsMm.size() + ".");
        }
    }
}

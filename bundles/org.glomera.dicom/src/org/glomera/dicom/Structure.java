package org.glomera.dicom;

import java.util.List;
import java.util.Objects;

/**
 * One delineated structure of an RTSTRUCT file.
 *
 * @param number the number by which the file refers to it (ROI number)
 * @param name the name that the person who drew it gave it
 * @param contours closed planar contours; contours of one plane exclude one another's overlap (even-odd rule), so that
 *        a contour inside another is a hole. May be empty
 */
public record Structure(int number, String name, List<Contour> contours) {

    /** Copies the contours. */
    public Structure {
        Objects.requireNonNull(name);
        contours = List.copyOf(contours);
    }
}

package org.glomera.render.slice;

import java.util.Objects;

import org.glomera.core.geometry.Vector3;

/**
 * Which part of a plane a picture shows: the mapping between pixels and patient millimetres. Pixel coordinates are
 * continuous, x to the right and y down; the picture reaches from 0 to its width and height, and pixel (i, j) has its
 * centre at (i + 0.5, j + 0.5).
 *
 * @param plane the plane
 * @param centreMm the patient position in the middle of the picture; it also says which slice is shown
 * @param mmPerPixel millimetres a pixel covers, the same in both directions
 * @param widthPx width of the picture
 * @param heightPx height of the picture
 */
public record PlaneView(Plane plane, Vector3 centreMm, double mmPerPixel, int widthPx, int heightPx) {

    /** The largest picture, far beyond any screen, so that a size never overflows. */
    static final int LARGEST_PX = 1 << 14;

    /** Refuses a picture without pixels and a scale that is not positive. */
    public PlaneView {
        Objects.requireNonNull(plane);
        Objects.requireNonNull(centreMm);
        if (!(mmPerPixel > 0) || Double.isInfinite(mmPerPixel)) {
            throw new IllegalArgumentException("A pixel covers more than 0 mm; this one " + mmPerPixel + ".");
        }
        if (widthPx < 1 || heightPx < 1 || widthPx > LARGEST_PX || heightPx > LARGEST_PX) {
            throw new IllegalArgumentException("A picture of " + widthPx + " x " + heightPx + " pixels is not drawn.");
        }
    }

    /** The patient position of a place in the picture. */
    public Vector3 patientMm(double xPx, double yPx) {
        return centreMm.plus(plane.right().times((xPx - widthPx / 2.0) * mmPerPixel))
                .plus(plane.down().times((yPx - heightPx / 2.0) * mmPerPixel));
    }

    /** The x in the picture of a patient position, which need not lie on the slice. */
    public double xPx(Vector3 pointMm) {
        return pointMm.minus(centreMm).dot(plane.right()) / mmPerPixel + widthPx / 2.0;
    }

    /** The y in the picture of a patient position, which need not lie on the slice. */
    public double yPx(Vector3 pointMm) {
        return pointMm.minus(centreMm).dot(plane.down()) / mmPerPixel + heightPx / 2.0;
    }

    /** This view with another part of the plane in its middle. */
    public PlaneView withCentre(Vector3 newCentreMm) {
        return new PlaneView(plane, newCentreMm, mmPerPixel, widthPx, heightPx);
    }

    /**
     * This view magnified by a factor, with one place of the picture staying where it is.
     *
     * @param factor above 1 shows less and larger
     */
    public PlaneView zoomed(double factor, double xPx, double yPx) {
        double newScale = mmPerPixel / factor;
        Vector3 fixed = patientMm(xPx, yPx);
        Vector3 centre = fixed.minus(plane.right().times((xPx - widthPx / 2.0) * newScale))
                .minus(plane.down().times((yPx - heightPx / 2.0) * newScale));
        return new PlaneView(plane, centre, newScale, widthPx, heightPx);
    }
}

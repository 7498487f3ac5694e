package org.glomera.render.slice;

/**
 * Which values are spread over a colour map: those from {@code centre - width / 2} to {@code centre + width / 2}, as
 * the function LINEAR_EXACT of DICOM PS3.3, C.11.2.1.3.2 does.
 *
 * @param centre the value in the middle of the colour map ("level"), in the unit of the image
 * @param width the distance of the values at the ends of the colour map, above 0
 */
public record Window(double centre, double width) {

    /** Refuses a width that is not above 0. */
    public Window {
        if (!Double.isFinite(centre) || !(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("A window has a finite centre and a width above 0, not " + centre
                    + " and " + width + ".");
        }
    }

    /** The window from one value to a larger one. */
    public static Window between(double lower, double upper) {
        return new Window((lower + upper) / 2, upper - lower);
    }

    /** The value at the lower end of the colour map. */
    public double lower() {
        return centre - width / 2;
    }

    /** The value at the upper end of the colour map. */
    public double upper() {
        return centre + width / 2;
    }

    /** The place of a value in a colour map of 256 colours; values beyond the ends get the colours at the ends. */
    public int place(double value) {
        double place = (value - lower()) / width * 255 + 0.5;
        return place <= 0 ? 0 : place >= 255 ? 255 : (int) place;
    }
}

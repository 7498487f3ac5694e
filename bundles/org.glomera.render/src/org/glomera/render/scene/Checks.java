package org.glomera.render.scene;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;

/** What the items of a scene refuse. */
final class Checks {

    private Checks() {
    }

    static void id(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An item of a scene has an id.");
        }
    }

    static void opacity(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("Opacity lies from 0 to 1; this is " + opacity + ".");
        }
    }

    static void radius(double radiusMm) {
        if (!(radiusMm > 0) || Double.isInfinite(radiusMm)) {
            throw new IllegalArgumentException("A radius is above 0; this is " + radiusMm + ".");
        }
    }

    static void range(double low, double high) {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException("Colours go from a smaller to a larger value, not from " + low + " to "
                    + high + ".");
        }
    }

    static void picture(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException(argb.length + " pixels are no picture of " + width + " by " + height
                    + ".");
        }
    }

    /** The box around two points. */
    static Extent box(Vector3 one, Vector3 other) {
        return new Extent(one, one).and(new Extent(other, other));
    }
}

package org.glomera.render.slice;

import java.util.Objects;

/**
 * A drawn slice.
 *
 * @param view what it shows: the mapping between its pixels and patient millimetres
 * @param argb its pixels row by row from the top left, 0xAARRGGBB, all opaque; not copied, not to be written to
 */
public record SlicePicture(PlaneView view, int[] argb) {

    /** Refuses an array whose length is not the picture's. */
    public SlicePicture {
        Objects.requireNonNull(view);
        if (argb.length != view.widthPx() * view.heightPx()) {
            throw new IllegalArgumentException(argb.length + " pixels for " + view.widthPx() + " x " + view.heightPx());
        }
    }

    /** The colour of a pixel as 0xRRGGBB. */
    public int rgb(int x, int y) {
        return argb[y * view.widthPx() + x] & 0xffffff;
    }
}

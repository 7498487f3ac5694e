package org.glomera.render.slice;

import java.util.Objects;

import org.glomera.core.volume.LabelMap;

/**
 * A delineation of a scene. Its outline runs along the borders of its voxels, just inside them.
 *
 * @param labels the delineation on its own grid; voxels that are not 0 are drawn, all labels in one colour, with a
 *        line between two labels that touch
 * @param rgb the colour as 0xRRGGBB
 * @param outlinePx thickness of the outline in pixels of the picture, 1 to {@value #THICKEST_PX}
 * @param fillOpacity opacity of the inside from 0 (outline alone) to 1
 */
public record MaskLayer(LabelMap labels, int rgb, int outlinePx, double fillOpacity) {

    /** The thickest outline in pixels. */
    public static final int THICKEST_PX = 4;

    /** Refuses a thickness or an opacity out of range. */
    public MaskLayer {
        Objects.requireNonNull(labels);
        if (outlinePx < 1 || outlinePx > THICKEST_PX) {
            throw new IllegalArgumentException("An outline of " + outlinePx + " pixels is not drawn.");
        }
        if (!(fillOpacity >= 0 && fillOpacity <= 1)) {
            throw new IllegalArgumentException("opacity " + fillOpacity + " is not between 0 and 1");
        }
    }
}

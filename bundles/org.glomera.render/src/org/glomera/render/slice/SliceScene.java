package org.glomera.render.slice;

import java.util.List;
import java.util.Objects;

/**
 * What is cut and drawn.
 *
 * @param images the images from below upwards, at most two (CT below, SPECT above)
 * @param mixing how two images share the picture
 * @param masks the delineations, drawn over the images; where outlines coincide their colours alternate, so that none
 *        hides another
 * @param smooth whether values are interpolated between voxel centres (trilinear) or each voxel is shown as it is
 */
public record SliceScene(List<ImageLayer> images, Mixing mixing, List<MaskLayer> masks, boolean smooth) {

    /** The largest number of delineations. */
    public static final int MOST_MASKS = 64;

    /** Copies the lists; refuses more than two images and more than {@value #MOST_MASKS} delineations. */
    public SliceScene {
        images = List.copyOf(images);
        masks = List.copyOf(masks);
        Objects.requireNonNull(mixing);
        if (images.size() > 2 || masks.size() > MOST_MASKS) {
            throw new IllegalArgumentException(images.size() + " images and " + masks.size() + " masks");
        }
    }
}

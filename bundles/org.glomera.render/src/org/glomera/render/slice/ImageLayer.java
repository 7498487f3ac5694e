package org.glomera.render.slice;

import java.util.Objects;

import org.glomera.core.volume.Volume;

/**
 * An image of a scene.
 *
 * @param volume its values on its own grid; a voxel that is NaN is transparent
 * @param window which values are spread over the colours
 * @param colours the colours
 */
public record ImageLayer(Volume volume, Window window, ColourMap colours) {

    /** Refuses missing parts. */
    public ImageLayer {
        Objects.requireNonNull(volume);
        Objects.requireNonNull(window);
        Objects.requireNonNull(colours);
    }
}

package org.glomera.network.augmentation;

import java.util.Objects;
import java.util.function.UnaryOperator;

import org.glomera.core.geometry.Affine3;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;

/**
 * What an augmentation has drawn for one image. All movements of an image are made first, together and with one
 * resampling, in the order of the training's list; then what changes values, in that order too. So a noise is never
 * smoothed by a movement, and two movements blur no more than one.
 */
public sealed interface Change {

    /**
     * The patient lies otherwise.
     *
     * @param frameMm where a point goes, from {@linkplain ImageFacts the image's frame} in mm to the same frame. What
     *        comes from outside the field of view has the values that preparation puts there, and no kidney. A map that
     *        makes a mirror image of the patient (its determinant is negative) exchanges the labels of right and left
     *        where the mask has them
     */
    record Movement(Affine3 frameMm) implements Change {

        /** Refuses no map. */
        public Movement {
            Objects.requireNonNull(frameMm);
        }
    }

    /**
     * The image has other values.
     *
     * @param make gives the changed image in new arrays, or in those of the image that it is given where nothing
     *        changes; it does not write into these. Values that leave the range that preparation gives are brought back
     *        to its ends
     */
    record Values(UnaryOperator<Sample> make) implements Change {

        /** Refuses no change. */
        public Values {
            Objects.requireNonNull(make);
        }
    }
}

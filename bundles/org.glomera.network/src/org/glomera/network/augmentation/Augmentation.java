package org.glomera.network.augmentation;

import java.util.random.RandomGenerator;

import org.glomera.network.ImageFacts;

/**
 * A way to change training images by chance. Contributed to the extension point
 * {@code org.glomera.network.augmentations}, where its parameters are declared. Has no state; safe for use by several
 * threads.
 */
public interface Augmentation {

    /** The id of the extension point. */
    String POINT = "org.glomera.network.augmentations";

    /**
     * Draws the change of one image. It is asked only when the image's turn has come; the probability is not its
     * concern. The same image facts, values and numbers of the source give the same change: nothing else is asked by
     * chance, and no clock. What takes long is done when the change is made, on the thread that trains.
     *
     * @param facts size, spacing in mm and units of the image
     * @param values a value for each declared parameter, within its range
     * @param random the only source of chance, also while the change is made; no one else uses it
     */
    Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random);
}

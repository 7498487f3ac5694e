package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Shifts the patient. Along each axis of the image's frame the shift is drawn evenly, up to {@code largestXMm},
 * {@code largestYMm} and {@code largestZMm} in either direction.
 */
public final class Translation implements Augmentation {

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        double x = Drawing.evenly(random, values.of("largestXMm"));
        double y = Drawing.evenly(random, values.of("largestYMm"));
        double z = Drawing.evenly(random, values.of("largestZMm"));
        return new Change.Movement(Affine3.translation(new Vector3(x, y, z)));
    }
}

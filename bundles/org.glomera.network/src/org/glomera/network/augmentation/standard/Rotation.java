package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Rotates the patient about the body's axis, the z axis of the image's frame, which runs through the middle of the field
 * of view. The angle is drawn evenly from {@code -largestDegrees} to {@code largestDegrees}; a positive one turns from
 * the patient's left (x) to the back (y).
 */
public final class Rotation implements Augmentation {

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        double largest = values.of("largestDegrees");
        double radians = Math.toRadians(Drawing.evenly(random, largest));
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new Change.Movement(new Affine3(new Vector3(cos, sin, 0), new Vector3(-sin, cos, 0),
                new Vector3(0, 0, 1), new Vector3(0, 0, 0)));
    }
}

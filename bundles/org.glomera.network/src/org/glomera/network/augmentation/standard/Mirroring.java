package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Exchanges left and right about the middle of the field of view; voxels keep their values, since their centres meet.
 * Where the mask tells right from left, its labels are exchanged. Liver and spleen are then on the wrong side, as in
 * hardly any patient.
 */
public final class Mirroring implements Augmentation {

    private static final Affine3 LEFT_TO_RIGHT = new Affine3(new Vector3(-1, 0, 0), new Vector3(0, 1, 0),
            new Vector3(0, 0, 1), new Vector3(0, 0, 0));

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        return new Change.Movement(LEFT_TO_RIGHT);
    }
}

package org.glomera.image.components;

import java.util.OptionalDouble;

import org.glomera.core.volume.Volume;

/** Makes a right and a left kidney of a volume of kidney probability. */
public final class KidneySides {

    private KidneySides() {
    }

    /** As {@link #split(Volume, double, OptionalDouble)}, with the middle of the field of view as the midline. */
    public static SidedKidneys split(Volume probability, double threshold) {
        return split(probability, threshold, OptionalDouble.empty());
    }

    /**
     * The kidneys: voxels of at least {@code threshold}, at most one connected component a side.
     *
     * @param midlineXMm the x of the body's midline in DICOM LPS millimetres, when it is known
     */
    public static SidedKidneys split(Volume probability, double threshold, OptionalDouble midlineXMm) {
        throw new UnsupportedOperationException();
    }
}

package org.glomera.dicom;

import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;

/**
 * Where a slice lies.
 *
 * @param name its file, or frame and file, for messages
 * @param positionMm the centre of its first voxel
 */
record SlicePlace(String name, Vector3 positionMm) {

    SlicePlace {
        Objects.requireNonNull(name);
        Objects.requireNonNull(positionMm);
    }

    /** The failure that says what is wrong with a stack. */
    GlomeraException problem(String sentence) {
        return new GlomeraException(Kind.INPUT, sentence);
    }

    /** The failure of a stack that this slice belongs to. */
    GlomeraException tooLarge(int columns, int rows, int slices) {
        return new GlomeraException(Kind.RESOURCES, "The series of " + name + " has " + slices + " slices of " + columns
                + " x " + rows + " voxels, more than this program can hold. Import a part of it.");
    }
}

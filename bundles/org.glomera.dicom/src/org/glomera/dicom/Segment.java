package org.glomera.dicom;

import java.util.Objects;

/**
 * One segment of a SEG.
 *
 * @param number the number by which frames (or voxels of a label map) refer to it, 1 or more
 * @param label its name
 * @param codes whether its codes say that it is a kidney, and which
 */
public record Segment(int number, String label, KidneyCodes codes) {

    /** Refuses missing parts. */
    public Segment {
        Objects.requireNonNull(label);
        Objects.requireNonNull(codes);
    }
}

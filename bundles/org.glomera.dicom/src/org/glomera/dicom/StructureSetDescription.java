package org.glomera.dicom;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.core.Side;

/**
 * What a written RTSTRUCT or SEG says about itself beside its contours or voxels.
 *
 * @param seriesNumber the number within the study, 1 or more
 * @param label what the delineation is called, at most 16 characters
 * @param names the name of the structure of each label of the label map; labels without a name are not written
 * @param algorithm the program or network that drew it; empty when a person did
 */
public record StructureSetDescription(int seriesNumber, String label, Map<Integer, String> names, String algorithm) {

    /** The most characters of a structure set's label (value representation SH). */
    public static final int LABEL_LENGTH = 16;
    /** The most characters of an algorithm's name (value representation LO). */
    public static final int ALGORITHM_LENGTH = 64;

    /** Refuses a missing or too long label. */
    public StructureSetDescription {
        Objects.requireNonNull(label);
        names = Map.copyOf(new TreeMap<>(names));
        if (seriesNumber < 1 || label.isBlank() || label.length() > LABEL_LENGTH) {
            throw new IllegalArgumentException("The series number is positive and the label has 1 to " + LABEL_LENGTH
                    + " characters; these are " + seriesNumber + " and '" + label + "'.");
        }
        if (algorithm.length() > ALGORITHM_LENGTH) {
            throw new IllegalArgumentException("The algorithm's name has at most " + ALGORITHM_LENGTH
                    + " characters; '" + algorithm + "' has " + algorithm.length() + ".");
        }
    }

    /** A delineation that a person drew. */
    public StructureSetDescription(int seriesNumber, String label, Map<Integer, String> names) {
        this(seriesNumber, label, names, "");
    }

    /** Right and left kidney as Kidney_R and Kidney_L, the names of AAPM TG-263. */
    public static StructureSetDescription kidneys(int seriesNumber, String label) {
        return new StructureSetDescription(seriesNumber, label,
                Map.of(Side.RIGHT.label(), "Kidney_R", Side.LEFT.label(), "Kidney_L"));
    }

    /** The same, drawn by a program. */
    public StructureSetDescription drawnBy(String program) {
        return new StructureSetDescription(seriesNumber, label, names, program);
    }

    /** Whether a program drew it. */
    public boolean isAutomatic() {
        return !algorithm.isEmpty();
    }
}

package org.glomera.dicom;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.core.Side;

/**
 * What a written RTSTRUCT says about itself beside its contours.
 *
 * @param seriesNumber the number within the study, 1 or more
 * @param label what the structure set is called, at most 16 characters
 * @param names the name of the structure of each label of the label map; labels without a name are not written
 */
public record StructureSetDescription(int seriesNumber, String label, Map<Integer, String> names) {

    /** The most characters of a structure set's label (value representation SH). */
    private static final int LABEL_LENGTH = 16;

    /** Refuses a missing or too long label. */
    public StructureSetDescription {
        Objects.requireNonNull(label);
        names = Map.copyOf(new TreeMap<>(names));
        if (seriesNumber < 1 || label.isBlank() || label.length() > LABEL_LENGTH) {
            throw new IllegalArgumentException("The series number is positive and the label has 1 to " + LABEL_LENGTH
                    + " characters; these are " + seriesNumber + " and '" + label + "'.");
        }
    }

    /** Right and left kidney as Kidney_R and Kidney_L, the names of AAPM TG-263. */
    public static StructureSetDescription kidneys(int seriesNumber, String label) {
        return new StructureSetDescription(seriesNumber, label,
                Map.of(Side.RIGHT.label(), "Kidney_R", Side.LEFT.label(), "Kidney_L"));
    }
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.glomera.dicom.StructureSetDescription;

/**
 * Asks for a delineation of the kidneys as a DICOM file that belongs to a patient's image.
 *
 * @param kidneys what is written
 * @param image the DICOM image on which it lies: a folder with its series, or one of its files
 * @param format the kind of file
 * @param output the file to write
 * @param replace whether a file that is there is replaced
 * @param label what the delineation is called in other programs, 1 to 16 characters
 * @param seriesNumber number of the new series within the patient's study, 1 or more
 */
public record DelineationRequest(Kidneys kidneys, Path image, Format format, Path output, boolean replace, String label,
        int seriesNumber) {

    /** The number of a new series when nobody gives one: above those that scanners use. */
    public static final int SERIES_NUMBER = 9000;

    /** The kinds of files. */
    public enum Format {
        /** Contours along the voxels' edges. */
        RTSTRUCT,
        /** Voxels, one bit each. */
        SEG
    }

    /** Where the kidneys are. One of two kinds. */
    public sealed interface Kidneys {
    }

    /**
     * A label map.
     *
     * @param file an image file of a kind that is read
     * @param right the label of the right kidney, 1 to 255
     * @param left the label of the left kidney, another one
     * @param algorithm the program that drew it; empty when a person did
     */
    public record LabelFile(Path file, int right, int left, String algorithm) implements Kidneys {

        /** Refuses labels that are none, or one for both. */
        public LabelFile {
            Objects.requireNonNull(file);
            if (right < 1 || left < 1 || right > 255 || left > 255 || right == left) {
                throw new IllegalArgumentException("Labels are two numbers from 1 to 255, not " + right + " and " + left
                        + ".");
            }
            if (algorithm.length() > StructureSetDescription.ALGORITHM_LENGTH) {
                throw new IllegalArgumentException("The name of a program has at most "
                        + StructureSetDescription.ALGORITHM_LENGTH + " characters.");
            }
        }
    }

    /**
     * A delineation of a study.
     *
     * @param studyFolder the study
     * @param caseId the case
     * @param run the run whose segmentation it is; empty for the manual delineation
     */
    public record OfStudy(Path studyFolder, String caseId, Optional<String> run) implements Kidneys {

        /** Refuses missing parts. */
        public OfStudy {
            Objects.requireNonNull(studyFolder);
            Objects.requireNonNull(caseId);
            Objects.requireNonNull(run);
        }
    }

    /** Refuses a label that is too long and a number that is not positive. */
    public DelineationRequest {
        Objects.requireNonNull(kidneys);
        Objects.requireNonNull(image);
        Objects.requireNonNull(format);
        Objects.requireNonNull(output);
        if (label.isBlank() || label.length() > StructureSetDescription.LABEL_LENGTH || seriesNumber < 1) {
            throw new IllegalArgumentException("The label has 1 to " + StructureSetDescription.LABEL_LENGTH
                    + " characters and the series a positive number.");
        }
    }
}

package org.glomera.pipeline;

import org.glomera.dicom.Emission;

/** What a user can say so that an import takes what it left out. */
public enum ImportHint {
    /** How counts become Bq/ml. */
    CALIBRATION(Emission.HOW_TO_CALIBRATE),
    /** Which names mean the right and the left kidney. */
    KIDNEY_NAMES("Add the names to the name patterns: in the preferences under Import, or with --kidney-names-right"
            + " and --kidney-names-left."),
    /** What image files are that are no DICOM. */
    IMAGE_LIST("Image files that are no DICOM: say what they are in a list images.csv in their folder; './glomera import FOLDER --write-image-list FILE' writes"
            + " one to fill in.");

    private final String sentence;

    ImportHint(String sentence) {
        this.sentence = sentence;
    }

    /** What to do. */
    public String sentence() {
        return sentence;
    }
}

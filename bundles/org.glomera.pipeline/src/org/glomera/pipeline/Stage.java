package org.glomera.pipeline;

/**
 * The steps of a study, in their order; {@link #SEGMENT}, {@link #REGISTER}, {@link #EXPORT} and {@link #SCAN} stand alone.
 */
public enum Stage {
    /** Writing a cohort of phantoms as DICOM. */
    PHANTOM("phantom", "Making the phantom cohort"),
    /** Reading DICOM into the cases of a study. */
    IMPORT("import", "Reading the cohort"),
    /** Making features and masks of the input size. */
    PREPARE("prepare", "Preparing the images"),
    /** Training a network. */
    TRAIN("train", "Training"),
    /** Segmenting and measuring the cases that the folds of a network were not trained on. */
    CROSS_VALIDATE("cross-validate", "Cross-validating"),
    /** Segmenting and measuring the test cases. */
    EVALUATE("evaluate", "Measuring the test cases"),
    /** Statistics over cases and networks. */
    COMPARE("compare", "Comparing the networks"),
    /** Writing the report. */
    REPORT("report", "Writing the report"),
    /** Segmenting one image with a trained network. */
    SEGMENT("segment", "Segmenting the kidneys"),
    /** Bringing the SPECT of cases onto their CT. */
    REGISTER("register", "Bringing SPECT onto CT"),
    /** Writing a delineation for other programs. */
    EXPORT("export", "Writing a delineation for other programs"),
    /** Finding what an import would do. */
    SCAN("scan", "Looking through the images");

    private final String word;
    private final String title;

    Stage(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word of the command line and of files. */
    public String word() {
        return word;
    }

    /** The words a user is shown while it runs. */
    public String title() {
        return title;
    }
}

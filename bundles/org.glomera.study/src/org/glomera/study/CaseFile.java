package org.glomera.study;

import com.fasterxml.jackson.annotation.JsonValue;

/** An image that a case may have, by its word in {@code case.json} and its file name in the case's folder. */
public enum CaseFile {
    /** The CT in Hounsfield units. */
    CT("ct"),
    /** The SPECT in Bq/ml. */
    SPECT("spect"),
    /** The kidneys as delineated on the CT, on its grid: 1 right, 2 left. */
    KIDNEYS_CT("kidneys_ct"),
    /** The kidneys as delineated on the SPECT, on its grid: 1 right, 2 left. */
    KIDNEYS_SPECT("kidneys_spect");

    private final String word;

    CaseFile(String word) {
        this.word = word;
    }

    /** The word that stands for it in {@code case.json}. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The name of the file in the case's folder: the word and {@code .nii.gz}. */
    public String fileName() {
        return word + ".nii.gz";
    }
}

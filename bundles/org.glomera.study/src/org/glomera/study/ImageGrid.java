package org.glomera.study;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which image's own grid a segmentation lies on. */
public enum ImageGrid {
    /** The grid of the case's SPECT image. */
    SPECT("spect"),
    /** The grid of the case's CT image. */
    CT("ct");

    private final String word;

    ImageGrid(String word) {
        this.word = word;
    }

    /** The word that stands for it in files: {@code spect} or {@code ct}. */
    @JsonValue
    public String word() {
        return word;
    }
}

package org.glomera.core;

/**
 * The patient's right or left: right is at smaller x in patient coordinates (DICOM LPS, PS3.3 C.7.6.2.1.1:
 * x grows towards the patient's left).
 */
public enum Side {
    /** The patient's right kidney, label 1 in every label map. */
    RIGHT(1, "right"),
    /** The patient's left kidney, label 2 in every label map. */
    LEFT(2, "left");

    private final int label;
    private final String word;

    Side(int label, String word) {
        this.label = label;
        this.word = word;
    }

    /** The value that stands for this side in a label map: 1 right, 2 left. */
    public int label() {
        return label;
    }

    /** The word that stands for this side in files and tables: {@code right} or {@code left}. */
    public String word() {
        return word;
    }

    /**
     * The side that a word of a file names.
     *
     * @throws IllegalArgumentException for any word but {@code right} and {@code left}
     */
    public static Side ofWord(String word) {
        for (Side side : values()) {
            if (side.word.equals(word)) {
                return side;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is not a side; right and left are.");
    }
}

package org.glomera.core;

import java.util.List;
import java.util.Objects;

/**
 * Which kidneys a number speaks of: one of them, or both taken together. Averages never mix {@link #BOTH} with the
 * other two, since every voxel of it counts there already.
 */
public enum Kidneys {
    /** The patient's right kidney alone. */
    RIGHT("right", Side.RIGHT),
    /** The patient's left kidney alone. */
    LEFT("left", Side.LEFT),
    /** Right and left kidney together. */
    BOTH("both", Side.RIGHT, Side.LEFT);

    private final String word;
    private final List<Side> sides;
    private final int firstLabel;
    private final int lastLabel;

    Kidneys(String word, Side... sides) {
        this.word = word;
        this.sides = List.of(sides);
        this.firstLabel = sides[0].label();
        this.lastLabel = sides[sides.length - 1].label();
    }

    /** The sides that count: one, or right and left. */
    public List<Side> sides() {
        return sides;
    }

    /** The word that stands for this in files and tables: {@code right}, {@code left} or {@code both}. */
    public String word() {
        return word;
    }

    /** Whether this is one kidney, not both. */
    public boolean isOne() {
        return this != BOTH;
    }

    /** Whether a voxel with this label counts; see {@link Side#label()}. */
    public boolean hasLabel(int label) {
        return label == firstLabel || label == lastLabel;
    }

    /** As they are named in a sentence: {@code the right kidney}, {@code both kidneys}. */
    public String phrase() {
        return isOne() ? "the " + word + " kidney" : "both kidneys";
    }

    /** One kidney. */
    public static Kidneys of(Side side) {
        return switch (Objects.requireNonNull(side)) {
            case RIGHT -> RIGHT;
            case LEFT -> LEFT;
        };
    }

    /**
     * What a word of a file names.
     *
     * @throws IllegalArgumentException for any word but {@code right}, {@code left} and {@code both}
     */
    public static Kidneys ofWord(String word) {
        for (Kidneys kidneys : values()) {
            if (kidneys.word.equals(word)) {
                return kidneys;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is not a side; right, left and both are.");
    }
}

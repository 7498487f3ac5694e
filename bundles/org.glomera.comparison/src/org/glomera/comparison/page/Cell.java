package org.glomera.comparison.page;

import java.util.Objects;

import org.glomera.comparison.Numbers;

/**
 * A cell of a table.
 *
 * @param text what is shown
 * @param value the number in full precision; NaN for words and where there is no number
 * @param tone how it stands out
 * @param strength how much it stands out, 0 to 1, for a colour by size
 * @param remark more about it, for instance why there is no number; may be empty
 */
public record Cell(String text, double value, Tone tone, double strength, String remark) {

    private static final String ELLIPSIS = "…";

    /** How a cell stands out. */
    public enum Tone {
        /** Not at all. */
        PLAIN,
        /** Below its ideal, the more the stronger. */
        LOW,
        /** Above its ideal, the more the stronger. */
        HIGH,
        /** Beyond a limit. */
        FLAGGED,
        /** Differs from its neighbours or from what was published. */
        DIFFERS,
        /** Agrees with what was published. */
        AGREES,
        /** A p value below the level. */
        SIGNIFICANT,
        /** There is no value; the remark says why where that is known. */
        MISSING
    }

    /** Refuses missing parts and a strength outside 0 to 1. */
    public Cell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(tone);
        Objects.requireNonNull(remark);
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength " + strength + " is not between 0 and 1");
        }
    }

    /** Words. */
    public static Cell text(String text) {
        return new Cell(text, Double.NaN, Tone.PLAIN, 0, "");
    }

    /** Words of which only the beginning is shown where they are longer; the remark then has all of them. */
    public static Cell text(String text, int most) {
        return text.length() <= most ? text(text) : text(text.substring(0, most).strip() + ELLIPSIS).remarked(text);
    }

    /** The words in full: the remark where the text is its beginning, otherwise the text. */
    public String whole() {
        boolean shortened = text.endsWith(ELLIPSIS)
                && remark.startsWith(text.substring(0, text.length() - ELLIPSIS.length()));
        return shortened ? remark : text;
    }

    /** A number with so many decimals; a dash where there is none. */
    public static Cell number(double value, int digits) {
        return shown(value, Numbers.fixed(value, digits));
    }

    /** A number with its sign. */
    public static Cell signed(double value, int digits) {
        return shown(value, Numbers.signed(value, digits));
    }

    /** A p value. */
    public static Cell p(double value) {
        return shown(value, Numbers.p(value));
    }

    /** A whole number. */
    public static Cell count(long value) {
        return shown(value, Long.toString(value));
    }

    private static Cell shown(double value, String text) {
        return new Cell(text, value, Double.isNaN(value) ? Tone.MISSING : Tone.PLAIN, 0, "");
    }

    /** This cell standing out. */
    public Cell with(Tone newTone, double newStrength) {
        return new Cell(text, value, newTone, newStrength, remark);
    }

    /** This cell with a remark. */
    public Cell remarked(String newRemark) {
        return new Cell(text, value, tone, strength, newRemark);
    }
}

package org.glomera.comparison.page;

import java.util.Objects;

/**
 * Sentences.
 *
 * @param style what kind of sentences they are
 * @param text plain text in one line; a percent sign does not leave the line of its number
 */
public record Paragraph(Style style, String text) implements Block {

    /** What kind of sentences a paragraph holds. */
    public enum Style {
        /** An explanation. */
        TEXT,
        /** What the numbers support; it is set large. */
        VERDICT,
        /** Something that is missing, differs or must be known before reading on. */
        WARNING,
        /** A heading of what follows. */
        HEADING,
        /** A method, its assumptions or another remark in small print. */
        NOTE
    }

    /** Refuses missing parts. */
    public Paragraph {
        Objects.requireNonNull(style);
        text = Words.unbroken(text);
    }
}

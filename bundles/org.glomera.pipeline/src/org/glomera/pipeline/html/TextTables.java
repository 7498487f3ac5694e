package org.glomera.pipeline.html;

import java.util.List;

import org.glomera.comparison.page.TableBlock;

/** Tables and sentences in lines of equal-width characters. */
public final class TextTables {

    private TextTables() {
    }

    /** A table, in parts where it is too wide. */
    public static List<String> lines(TableBlock table, int columns) {
        return new TableText(table, columns).lines();
    }

    /** Sentences, broken between words. */
    public static List<String> wrap(String text, int columns) {
        return TextWrap.wrap(text, columns);
    }
}

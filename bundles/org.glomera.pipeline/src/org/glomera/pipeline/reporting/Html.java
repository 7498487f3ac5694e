package org.glomera.pipeline.reporting;

import java.util.List;
import java.util.Locale;

/** Pieces of HTML; whatever text goes in is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    /** A text as it stands in HTML. */
    static String escape(String plain) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Adds markup as it is. */
    Html raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /** Adds a heading with an anchor. */
    Html section(String id, String heading) {
        return raw("<h2 id=\"" + id + "\">" + escape(heading) + "</h2>");
    }

    /** Adds a lesser heading. */
    Html heading(String heading) {
        return raw("<h3>" + escape(heading) + "</h3>");
    }

    /** Adds a paragraph of plain text. */
    Html paragraph(String plain) {
        return raw("<p>" + escape(plain) + "</p>");
    }

    /** Adds a paragraph in small print. */
    Html note(String plain) {
        return raw("<p class=\"note\">" + escape(plain) + "</p>");
    }

    /** Adds a list of sentences. */
    Html list(List<String> items) {
        raw("<ul class=\"plain\">");
        items.forEach(item -> raw("<li>" + escape(item) + "</li>"));
        return raw("</ul>");
    }

    /** A table head cell. */
    static String th(String plain) {
        return "<th>" + escape(plain) + "</th>";
    }

    /** A head cell over numbers. */
    static String thn(String plain) {
        return "<th class=\"n\">" + escape(plain) + "</th>";
    }

    /** A cell. */
    static String td(String plain) {
        return "<td>" + escape(plain) + "</td>";
    }

    /** A cell with a number. */
    static String tdn(String plain) {
        return "<td class=\"n\">" + escape(plain) + "</td>";
    }

    /** A number with so many decimals; a dash where there is none. */
    static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String formatted = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return formatted.matches("-0(\\.0*)?") ? formatted.substring(1) : formatted.replace('-', '−');
    }

    /** A number with its sign. */
    static String signed(double value, int decimals) {
        String formatted = number(value, decimals);
        return value > 0 && !formatted.matches("0(\\.0*)?") ? "+" + formatted : formatted;
    }

    /** A p value: three decimals, or that it is smaller. */
    static String p(double p) {
        return Double.isNaN(p) ? "–" : p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package org.glomera.pipeline.html;

import java.util.List;

/** Pieces of HTML that are also well-formed XML; whatever text goes in is escaped. */
public final class Html {

    private final StringBuilder text = new StringBuilder();

    /** A text as it stands in HTML and XML; control characters, which XML does not know, become a replacement sign. */
    public static String escape(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isXml(plain, i) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    private static boolean isXml(String plain, int at) {
        char c = plain.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < plain.length() && Character.isLowSurrogate(plain.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(plain.charAt(at - 1));
        }
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Adds markup as it is. */
    public Html raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /** Adds a heading with an anchor. */
    public Html section(String id, String heading) {
        return raw("<h2 id=\"" + escape(id) + "\">" + escape(heading) + "</h2>");
    }

    /** Adds a lesser heading. */
    public Html heading(String heading) {
        return raw("<h3>" + escape(heading) + "</h3>");
    }

    /** Adds a paragraph of plain text. */
    public Html paragraph(String plain) {
        return raw("<p>" + escape(plain) + "</p>");
    }

    /** Adds a paragraph in small print. */
    public Html note(String plain) {
        return raw("<p class=\"note\">" + escape(plain) + "</p>");
    }

    /** Adds a list of sentences. */
    public Html list(List<String> items) {
        raw("<ul class=\"plain\">");
        items.forEach(item -> raw("<li>" + escape(item) + "</li>"));
        return raw("</ul>");
    }

    /** A table head cell. */
    public static String th(String plain) {
        return "<th scope=\"col\">" + escape(plain) + "</th>";
    }

    /** A head cell over numbers. */
    public static String thn(String plain) {
        return "<th scope=\"col\" class=\"n\">" + escape(plain) + "</th>";
    }

    /** A cell. */
    public static String td(String plain) {
        return "<td>" + escape(plain) + "</td>";
    }

    /** A cell with a number. */
    public static String tdn(String plain) {
        return "<td class=\"n\">" + escape(plain) + "</td>";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package org.glomera.pipeline.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A document of sections, in one file that refers to nothing outside itself and has no scripts: HTML for a browser, or
 * the same as XHTML for the page layouter, with its style and bookmarks.
 *
 * @param title what stands at the top and in the window's title
 * @param kicker what kind of document it is, above the title
 * @param subtitle one line below the title
 * @param notice what must be known before reading, in a box at the top; may be empty
 * @param sections its sections in order
 * @param footer the last line
 */
public record HtmlDocument(String title, String kicker, String subtitle, String notice, List<Section> sections,
        String footer) {

    /**
     * A section.
     *
     * @param id its anchor
     * @param title what the contents call it
     * @param html its markup, with an element of that id
     */
    public record Section(String id, String title, String html) {

        /** Refuses missing parts. */
        public Section {
            Objects.requireNonNull(id);
            Objects.requireNonNull(title);
            Objects.requireNonNull(html);
        }
    }

    /** Copies the sections. */
    public HtmlDocument {
        Objects.requireNonNull(title);
        Objects.requireNonNull(kicker);
        Objects.requireNonNull(subtitle);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(footer);
        sections = List.copyOf(sections);
    }

    /** The document for a browser. */
    public String forScreen() {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\">\n<title>" + Html.escape(title)
                + "</title>\n<style>\n" + style("report.css") + "</style></head>\n<body><main>\n" + header(true)
                + content() + "</main></body></html>\n";
    }

    /** The document for the page layouter: well-formed, with bookmarks. */
    public String forPaper() {
        List<String> bookmarks = new ArrayList<>();
        sections.forEach(section -> bookmarks.add("<bookmark name=\"" + Html.escape(section.title()) + "\" href=\"#"
                + Html.escape(section.id()) + "\"/>"));
        return "<html lang=\"en\"><head><title>" + Html.escape(title) + "</title><style type=\"text/css\">"
                + style("paper.css") + "</style><bookmarks>" + String.join("", bookmarks)
                + "</bookmarks></head><body>" + header(false) + content() + "</body></html>";
    }

    private String header(boolean contents) {
        return "<header class=\"top\"><p class=\"kicker\">" + Html.escape(kicker) + "</p><h1>" + Html.escape(title)
                + "</h1><p class=\"sub\">" + Html.escape(subtitle) + "</p>" + (contents ? contents() : "")
                + "</header>\n"
                + (notice.isEmpty() ? "" : "<div class=\"warning\"><p>" + Html.escape(notice) + "</p></div>\n");
    }

    private String contents() {
        StringBuilder links = new StringBuilder("<nav aria-label=\"Contents\">");
        sections.forEach(section -> links.append("<a href=\"#").append(Html.escape(section.id())).append("\">")
                .append(Html.escape(section.title())).append("</a> "));
        return links.append("</nav>").toString();
    }

    private String content() {
        StringBuilder text = new StringBuilder();
        sections.forEach(section -> text.append(section.html()).append('\n'));
        return text.append("<footer>").append(Html.escape(footer)).append("</footer>").toString();
    }

    private static String style(String file) {
        try (InputStream in = HtmlDocument.class.getResourceAsStream("/report/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The style sheet " + file + " is missing from the bundle.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The style sheet " + file + " cannot be read.", e);
        }
    }
}

package org.glomera.pipeline.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.chart.Charts;
import org.glomera.chart.Marker;
import org.glomera.comparison.ComparedRun;
import org.glomera.comparison.page.Block;
import org.glomera.comparison.page.FigureBlock;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Paragraph;
import org.glomera.comparison.page.TableBlock;

/**
 * Pages of a comparison as sections of one HTML document: tables and figures are numbered through. The only renderer of
 * pages to HTML; the report, the export and its PDF all come from here.
 */
public final class PageHtml {

    /** What a document is for. */
    public enum Medium {
        /** A browser: wide tables scroll, figures are as wide as they were laid out. */
        SCREEN,
        /** A4 by a layouter of CSS 2.1: wide tables are divided, figures are laid out for the page. */
        PAPER
    }

    /** Where figures are at most so wide, two stand side by side. */
    private static final int HALF_WIDTH = 560;
    /** What figures are laid out for on paper, where they are as wide as the text or half of that. */
    private static final int PAPER_WIDTH = 760;
    private static final int PAPER_HALF_WIDTH = 480;
    private static final double PAPER_MM = 182;
    private static final double PAPER_HALF_MM = 89;
    private static final int SMALLEST_HEIGHT = 100;

    /** Tables of so many lines are kept on one page. */
    private static final int SHORT_TABLE = 18;

    private final Medium medium;
    private final Map<String, Marker> markers = new HashMap<>();
    private final IProgressMonitor monitor;
    private int tables;
    private int figures;

    /**
     * Makes a renderer for one document.
     *
     * @param runs whose symbols stand beside their names
     * @param monitor asked before every block whether the user cancelled
     */
    public PageHtml(Medium medium, List<ComparedRun> runs, IProgressMonitor monitor) {
        this.medium = medium;
        this.monitor = monitor;
        runs.forEach(run -> markers.put(run.name(), run.marker()));
    }

    /** A page as a section with its heading. */
    public String section(Page page) {
        Html html = new Html();
        html.raw("<section id=\"" + Html.escape(page.id()) + "\"><h2>" + Html.escape(page.title()) + "</h2>");
        boolean row = false;
        for (Block block : page.blocks()) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            boolean figure = block instanceof FigureBlock;
            if (figure != row) {
                html.raw(figure ? "<div class=\"figures\">" : "</div>");
                row = figure;
            }
            html.raw(block(page, block));
        }
        return html.raw((row ? "</div>" : "") + "</section>").toString();
    }

    private String block(Page page, Block block) {
        if (block instanceof Paragraph paragraph) {
            return paragraph(paragraph);
        }
        if (block instanceof TableBlock table) {
            return table(page, table);
        }
        return figure(page, (FigureBlock) block);
    }

    private static String paragraph(Paragraph paragraph) {
        String text = Html.escape(paragraph.text());
        return switch (paragraph.style()) {
            case TEXT -> "<p>" + text + "</p>";
            case NOTE -> "<p class=\"note\">" + text + "</p>";
            case HEADING -> "<h3>" + text + "</h3>";
            case WARNING -> "<div class=\"warning\"><p>" + text + "</p></div>";
            case VERDICT -> verdict(paragraph.text());
        };
    }

    /** The first sentence stands large, what explains it below. */
    private static String verdict(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end + 1);
        String rest = end < 0 ? "" : text.substring(end + 2);
        return "<div class=\"verdict\"><p>" + Html.escape(first) + "</p>"
                + (rest.isEmpty() ? "" : "<p class=\"more\">" + Html.escape(rest) + "</p>") + "</div>";
    }

    private String table(Page page, TableBlock table) {
        tables++;
        String id = anchor(page, table.id()) + "-caption";
        String caption = "<p class=\"caption\" id=\"" + id + "\"><b>Table " + tables + ".</b> "
                + captionText(table.title(), table.caption()) + "</p>";
        TableHtml html = new TableHtml(table, markers, medium == Medium.PAPER);
        String content = table.rows().isEmpty() ? "<p class=\"note\">No rows.</p>" : html.html(id);
        return "<div class=\"" + (html.lines() <= SHORT_TABLE ? "table short" : "table") + "\" id=\"" + anchor(page, table.id()) + "\">" + caption + content + "</div>";
    }

    private String figure(Page page, FigureBlock figure) {
        figures++;
        boolean half = figure.width() <= HALF_WIDTH;
        return "<figure id=\"" + anchor(page, figure.id()) + "\" class=\"" + (half ? "half" : "whole") + "\">"
                + (medium == Medium.PAPER ? paperSvg(figure, half)
                        : Charts.svg(figure.chart(), figure.width(), figure.height()))
                + "<figcaption><b>Figure " + figures + ".</b> " + captionText(figure.title(), figure.caption())
                + "</figcaption></figure>";
    }

    /** Laid out for the page's width, so that letters are not made smaller; both lengths are said in millimetres. */
    private static String paperSvg(FigureBlock figure, boolean half) {
        double ratio = (double) figure.height() / figure.width();
        int width = half ? PAPER_HALF_WIDTH : PAPER_WIDTH;
        int height = Math.max(SMALLEST_HEIGHT, (int) Math.round(ratio * width));
        double widthMm = half ? PAPER_HALF_MM : PAPER_MM;
        String size = String.format(Locale.ROOT, "width: %.2fmm; height: %.2fmm; ", widthMm, widthMm * height / width);
        String svg = Charts.svg(figure.chart(), width, height);
        int end = svg.indexOf('>');
        int style = svg.indexOf(" style=\"");
        return style >= 0 && style < end ? svg.replaceFirst(" style=\"", " style=\"" + size)
                : svg.replaceFirst("<svg ", "<svg style=\"" + size + "\" ");
    }

    private static String anchor(Page page, String id) {
        return Html.escape(page.id() + "-" + id);
    }

    /** Title and caption as sentences. */
    private static String captionText(String title, String caption) {
        String sentence = title.isEmpty() || title.matches(".*[.?!]$") ? title : title + ".";
        return (sentence.isEmpty() ? "" : "<b>" + Html.escape(sentence) + "</b> ") + Html.escape(caption);
    }
}

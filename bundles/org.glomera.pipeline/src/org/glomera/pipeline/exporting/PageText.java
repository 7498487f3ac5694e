package org.glomera.pipeline.exporting;

import java.util.ArrayList;
import java.util.List;

import org.glomera.comparison.page.Block;
import org.glomera.comparison.page.FigureBlock;
import org.glomera.comparison.page.Page;
import org.glomera.comparison.page.Paragraph;
import org.glomera.comparison.page.TableBlock;
import org.glomera.pipeline.html.TextTables;

/** A page as plain text for a terminal; of a figure only its title is shown. Pure, for any thread. */
public final class PageText {

    private PageText() {
    }

    /**
     * The lines of a page, without line ends.
     *
     * @param columns how many characters a line holds, at least 40; a table that is wider is divided
     */
    public static List<String> lines(Page page, int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(printable(page.title()));
        lines.add("=".repeat(Math.min(columns, Math.max(1, page.title().length()))));
        lines.add("");
        page.blocks().forEach(block -> {
            add(block, columns, lines);
            lines.add("");
        });
        return lines.stream().map(PageText::printable).toList();
    }

    private static void add(Block block, int columns, List<String> lines) {
        if (block instanceof Paragraph paragraph) {
            String before = paragraph.style() == Paragraph.Style.WARNING ? "Note: " : "";
            lines.addAll(TextTables.wrap(before + paragraph.text(), columns));
            if (paragraph.style() == Paragraph.Style.HEADING) {
                lines.add("-".repeat(Math.min(columns, Math.max(1, paragraph.text().length()))));
            }
        } else if (block instanceof TableBlock table) {
            if (!table.title().isEmpty()) {
                lines.addAll(TextTables.wrap(table.title(), columns));
            }
            lines.addAll(table.rows().isEmpty() ? List.of("No rows.") : TextTables.lines(table, columns));
            if (!table.caption().isEmpty()) {
                lines.addAll(TextTables.wrap(table.caption(), columns));
            }
        } else if (block instanceof FigureBlock figure) {
            lines.addAll(TextTables.wrap("Figure: " + figure.title() + " (--figures FOLDER writes it)", columns));
        }
    }

    /** Without control characters, which could steer the terminal, and with plain spaces, which can be searched for. */
    private static String printable(String line) {
        return line.replace('\u00a0', ' ').replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}

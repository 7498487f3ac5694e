package org.glomera.ui.comparison;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.glomera.comparison.page.Cell;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableRow;

/** Draws the cells of a table: texts, tones, the mark of a row's run, and remarks as tooltips. */
final class TableCells {

    private static final String ROW = "row";
    private static final int PADDING_PX = 14;
    private static final int MARK_PX = 26;
    private static final int HEADING_PX = 85;
    private static final int MOST_LINES = 4;
    private static final int LETTER_PX = 7;
    private static final int ARROW_PX = 16;
    private static final int SQUEEZED_PX = 180;
    private static final int STEP_PX = 4;
    private static final int NARROWEST_PX = 44;
    private static final int BROADEST_PX = 420;
    private static final double EMPHASIS = 0.18;

    private final Table table;
    private final Host host;
    private String emphasised = "";

    TableCells(Table table, Host host) {
        this.table = table;
        this.host = host;
        table.addListener(SWT.MouseMove, event -> showRemark(new Point(event.x, event.y)));
    }

    /** Sets the case whose rows are emphasised; the rows are to be filled anew. */
    void setEmphasised(String caseId) {
        emphasised = caseId;
    }

    /** The case whose rows are emphasised; empty for none. */
    String emphasised() {
        return emphasised;
    }

    /** Fills the item of an event. */
    void fill(Event event, TableRow row) {
        TableItem item = (TableItem) event.item;
        List<Cell> cells = row.cells();
        item.setData(ROW, row);
        item.setText(cells.stream().map(Cell::text).toArray(String[]::new));
        item.setImage(0, row.run().isEmpty() ? null : host.mark(row.run()));
        boolean strong = !emphasised.isEmpty() && row.caseId().equals(emphasised);
        RGB plain = strong ? Look.mix(host.look().back().getRGB(),
                table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION).getRGB(), EMPHASIS) : null;
        for (int i = 0; i < cells.size(); i++) {
            RGB tone = ToneColours.ground(cells.get(i), host.look().back().getRGB());
            RGB ground = tone == null ? plain : tone;
            item.setBackground(i, ground == null ? null : host.look().color(ground));
            item.setForeground(i, ground == null ? null : host.look().inkOn(ground));
            item.setFont(i, ToneColours.isBold(cells.get(i)) ? host.look().font(0, SWT.BOLD) : null);
        }
    }

    private void showRemark(Point place) {
        TableItem item = table.getItem(place);
        String words = null;
        if (item != null && item.getData(ROW) instanceof TableRow row) {
            for (int i = 0; i < row.cells().size() && words == null; i++) {
                if (item.getBounds(i).contains(place)) {
                    words = words(item, row.cells().get(i), i);
                }
            }
        }
        if (!Objects.equals(words, table.getToolTipText())) {
            table.setToolTipText(words);
        }
    }

    /** The remark of a cell, after the whole text of one that is cut off; null when there is nothing to say. */
    private static String words(TableItem item, Cell cell, int column) {
        boolean isCut = item.getTextBounds(column).width > item.getBounds(column).width
                || cell.text().length() * LETTER_PX > item.getBounds(column).width;
        String whole = isCut ? cell.text() : "";
        String words = whole.isEmpty() || cell.remark().isEmpty() ? whole + cell.remark()
                : whole + "\n" + cell.remark();
        return words.isEmpty() ? null : words.replace("&", "&&");
    }

    /** Sets the headings. The width that each column needs for them and for its longest text. */
    int[] naturalWidths(TableBlock block) {
        GC gc = new GC(table);
        try {
            boolean marked = block.rows().stream().anyMatch(row -> !row.run().isEmpty());
            int[] widths = new int[block.columns().size()];
            for (int i = 0; i < widths.length; i++) {
                gc.setFont(isBold(block, i) ? host.look().font(0, SWT.BOLD) : table.getFont());
                int text = gc.textExtent(longest(block, i)).x + PADDING_PX + (i == 0 && marked ? MARK_PX : 0);
                gc.setFont(host.look().font(0, SWT.BOLD));
                table.getColumn(i).setText(heading(gc, block.columns().get(i).heading(), text - PADDING_PX));
                int heading = gc.textExtent(table.getColumn(i).getText()).x + PADDING_PX;
                widths[i] = Math.max(NARROWEST_PX, Math.max(heading, Math.min(BROADEST_PX, text)));
            }
            return widths;
        } finally {
            gc.dispose();
        }
    }

    /**
     * Takes from columns of words what a table is too broad by, from the broadest first; the pointer is told the whole
     * text. A table that does not fit even so keeps its widths and scrolls sideways.
     */
    static int[] squeezed(int[] natural, boolean[] isWords, int available) {
        int[] widths = natural.clone();
        int excess = IntStream.of(widths).sum() - available;
        while (excess > 0) {
            int broadest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (isWords[i] && widths[i] > SQUEEZED_PX && (broadest < 0 || widths[i] > widths[broadest])) {
                    broadest = i;
                }
            }
            if (broadest < 0) {
                return natural;
            }
            int step = Math.min(excess, STEP_PX);
            widths[broadest] -= step;
            excess -= step;
        }
        return widths;
    }

    /** A heading in as few lines as are no broader than what stands below it, and in at most four. */
    private static String heading(GC gc, String words, int width) {
        String broken = words;
        int limit = Math.max(width, HEADING_PX);
        int full = gc.textExtent(words).x;
        while (limit < full) {
            broken = broken(gc, words, limit);
            if (broken.chars().filter(c -> c == '\n').count() < MOST_LINES && gc.textExtent(broken).x <= limit) {
                return broken;
            }
            limit += STEP_PX;
        }
        return words;
    }

    private static String broken(GC gc, String words, int limit) {
        StringBuilder lines = new StringBuilder();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && gc.textExtent(longer).x > limit) {
                lines.append(line).append('\n');
                line = word;
            } else {
                line = longer;
            }
        }
        return lines.append(line).toString();
    }

    /** Makes room for the arrow in the heading of a sorted column. */
    void widenForArrow(int column) {
        String heading = table.getColumn(column).getText();
        GC gc = new GC(table);
        try {
            gc.setFont(host.look().font(0, SWT.BOLD));
            int needed = gc.textExtent(heading).x + PADDING_PX + ARROW_PX;
            if (table.getColumn(column).getWidth() < needed) {
                table.getColumn(column).setWidth(needed);
            }
        } finally {
            gc.dispose();
        }
    }

    private static boolean isBold(TableBlock block, int column) {
        return block.rows().stream().anyMatch(row -> ToneColours.isBold(row.cells().get(column)));
    }

    private static String longest(TableBlock block, int column) {
        String longest = "";
        for (TableRow row : block.rows()) {
            String text = row.cells().get(column).text();
            if (text.length() > longest.length()) {
                longest = text;
            }
        }
        return longest;
    }

    /** How broad a scroll bar of the table is. */
    int scrollBarPx() {
        return table.getVerticalBar() == null ? 0 : Math.max(table.getVerticalBar().getSize().x, PADDING_PX);
    }
}

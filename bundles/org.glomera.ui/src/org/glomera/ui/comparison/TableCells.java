package org.glomera.ui.comparison;

import java.util.List;

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
    private static final int PADDING_PX = 16;
    private static final int MARK_PX = 26;
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
        String remark = null;
        if (item != null && item.getData(ROW) instanceof TableRow row) {
            for (int i = 0; i < row.cells().size() && remark == null; i++) {
                if (item.getBounds(i).contains(place) && !row.cells().get(i).remark().isEmpty()) {
                    remark = row.cells().get(i).remark();
                }
            }
        }
        if (!java.util.Objects.equals(remark, table.getToolTipText())) {
            table.setToolTipText(remark);
        }
    }

    /** Gives each column the width of its longest text. */
    void fitColumns(TableBlock block) {
        GC gc = new GC(table);
        try {
            boolean marked = block.rows().stream().anyMatch(row -> !row.run().isEmpty());
            for (int i = 0; i < table.getColumnCount(); i++) {
                gc.setFont(host.look().font(0, SWT.BOLD));
                int heading = gc.textExtent(block.columns().get(i).heading()).x + PADDING_PX + MARK_PX / 2;
                gc.setFont(isBold(block, i) ? gc.getFont() : table.getFont());
                int text = gc.textExtent(longest(block, i)).x + PADDING_PX + (i == 0 && marked ? MARK_PX : 0);
                table.getColumn(i).setWidth(Math.max(NARROWEST_PX, Math.max(heading, Math.min(BROADEST_PX, text))));
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

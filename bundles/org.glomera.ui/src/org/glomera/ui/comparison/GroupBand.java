package org.glomera.ui.comparison;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.glomera.comparison.page.TableBlock;
import org.glomera.comparison.page.TableColumn;

/** The second line of headings above a table: what neighbouring columns share, for instance their network. */
final class GroupBand extends Canvas {

    private static final int INSET_PX = 6;
    private static final int MARK_PX = 16;

    private final Host host;
    private Table table;
    private List<TableColumn> columns = List.of();

    /** Makes a band; the table that it stands above follows with {@link #follow}. */
    GroupBand(Composite parent, Host host) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.host = host;
        setBackground(host.look().back());
        setFont(host.look().font(0, SWT.BOLD));
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    /** Moves with the columns of a table. */
    void follow(Table followed) {
        table = followed;
        table.getHorizontalBar().addListener(SWT.Selection, event -> redraw());
        table.addListener(SWT.Resize, event -> redraw());
    }

    /** Shows the groups of a table's columns. Whether there are any. */
    boolean show(TableBlock block) {
        columns = block.columns();
        for (org.eclipse.swt.widgets.TableColumn column : table.getColumns()) {
            column.addListener(SWT.Resize, event -> redraw());
        }
        redraw();
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    private void paint(GC gc) {
        int x = table.getBorderWidth() - table.getHorizontalBar().getSelection();
        int from = 0;
        while (from < columns.size()) {
            int to = from;
            int width = 0;
            while (to < columns.size() && columns.get(to).group().equals(columns.get(from).group())
                    && columns.get(to).run().equals(columns.get(from).run())) {
                width += table.getColumn(to).getWidth();
                to++;
            }
            if (!columns.get(from).group().isEmpty()) {
                paint(gc, columns.get(from), x, width);
            }
            x += width;
            from = to;
        }
    }

    private void paint(GC gc, TableColumn column, int x, int width) {
        int height = getClientArea().height;
        gc.setBackground(host.look().line());
        gc.fillRectangle(x + 1, 0, width - 2, height);
        Image mark = host.mark(column.run());
        int words = x + INSET_PX;
        if (mark != null) {
            gc.drawImage(mark, words, (height - MARK_PX) / 2);
            words += MARK_PX + INSET_PX;
        }
        gc.setForeground(host.look().ink());
        gc.setClipping(x, 0, width, height);
        gc.drawText(column.group(), words, (height - gc.textExtent(column.group()).y) / 2, true);
        gc.setClipping((Rectangle) null);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int height = Math.max(MARK_PX, gc.getFontMetrics().getHeight()) + INSET_PX;
            return new Point(widthHint == SWT.DEFAULT ? 0 : widthHint, height);
        } finally {
            gc.dispose();
        }
    }
}

package org.glomera.ui.experiment;

import java.util.Comparator;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/**
 * Builds a table whose columns sort when their heading is clicked.
 *
 * @param <T> what a row shows
 */
final class TableColumns<T> {

    private static final int LETTER_PX = 8;
    private static final int PADDING_PX = 24;

    private final Class<T> type;
    private final TableViewer viewer;
    private final TableColumnLayout layout = new TableColumnLayout();

    /** Begins a table that fills a composite of its own. */
    TableColumns(Composite parent, Class<T> type) {
        this.type = type;
        parent.setLayout(layout);
        Table table = new Table(parent, SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        viewer = new TableViewer(table);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
    }

    /** Adds a column of words. */
    TableColumns<T> words(String title, int weight, Function<T, String> text) {
        return column(title, weight, SWT.LEFT, text, Comparator.comparing(text));
    }

    /** Adds a column of numbers, right-aligned; sorted by the number, NaN last. */
    TableColumns<T> numbers(String title, int weight, Function<T, String> text, Function<T, Double> value) {
        return column(title, weight, SWT.RIGHT, text, Comparator.comparing(value));
    }

    private TableColumns<T> column(String title, int weight, int style, Function<T, String> text,
            Comparator<T> order) {
        TableViewerColumn column = new TableViewerColumn(viewer, style);
        column.getColumn().setText(title);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply(type.cast(row))));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, PADDING_PX + LETTER_PX * title.length(), true));
        column.getColumn().addListener(SWT.Selection, event -> sortBy(column.getColumn(), order));
        return this;
    }

    private void sortBy(TableColumn column, Comparator<T> order) {
        Table table = viewer.getTable();
        boolean up = table.getSortColumn() != column || table.getSortDirection() == SWT.DOWN;
        table.setSortColumn(column);
        table.setSortDirection(up ? SWT.UP : SWT.DOWN);
        Comparator<T> directed = up ? order : order.reversed();
        viewer.setComparator(new ViewerComparator() {
            @Override
            public int compare(Viewer shown, Object one, Object other) {
                return directed.compare(type.cast(one), type.cast(other));
            }
        });
    }

    /** The finished table. */
    TableViewer viewer() {
        return viewer;
    }
}

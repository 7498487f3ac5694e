package org.glomera.ui.importing;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.glomera.pipeline.ImportReport.LeftOutItem;
import org.glomera.ui.Texts;

/** What was left out and why: what is wrong always, files of no use when they are asked for. */
final class LeftOutTable {

    private static final int WHAT_PX = 300;
    private static final int WHY_PX = 930;

    private final Composite frame;
    private final Label heading;
    private final Button useless;
    private final Table table;
    private List<Path> folders = List.of();
    private List<LeftOutItem> all = List.of();
    private List<LeftOutItem> shown = List.of();

    LeftOutTable(Composite parent) {
        frame = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        frame.setLayout(layout);
        heading = new Label(frame, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(heading);
        useless = new Button(frame, SWT.CHECK);
        useless.addListener(SWT.Selection, event -> fill());
        table = new Table(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(table);
        column("Left out", WHAT_PX);
        column("Why", WHY_PX);
        table.addListener(SWT.SetData, event -> {
            LeftOutItem item = shown.get(event.index);
            ((TableItem) event.item).setText(new String[] {item.what(), shortened(item.reason())});
        });
        table.addListener(SWT.MouseHover, event -> {
            TableItem item = table.getItem(new org.eclipse.swt.graphics.Point(event.x, event.y));
            table.setToolTipText(item == null ? null : item.getText(1).replace("&", "&&"));
        });
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    /** A reason without the folder that was looked through. */
    private String shortened(String reason) {
        String text = reason;
        for (Path folder : folders) {
            text = text.replace(folder + folder.getFileSystem().getSeparator(), "");
        }
        return text;
    }

    /** Shows what was left out of folders. */
    void show(List<Path> newFolders, List<LeftOutItem> items) {
        folders = newFolders;
        all = items;
        int faulty = (int) items.stream().filter(LeftOutItem::faulty).count();
        int rest = items.size() - faulty;
        heading.setText(faulty == 0 ? "No problem was found." : Texts.count(faulty, "problem:", "problems:"));
        useless.setText("Show also " + Texts.count(rest, "item", "items") + " of no use");
        useless.setVisible(rest > 0);
        useless.setSelection(faulty == 0 && rest > 0);
        fill();
        frame.layout();
    }

    private void fill() {
        shown = all.stream().filter(item -> item.faulty() || useless.getSelection())
                .sorted((one, other) -> Boolean.compare(other.faulty(), one.faulty())).toList();
        table.removeAll();
        table.setItemCount(shown.size());
    }

    /** What is shown. */
    List<LeftOutItem> shown() {
        return shown;
    }

    Control control() {
        return frame;
    }
}

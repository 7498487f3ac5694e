package org.glomera.ui.viewer;

import java.util.List;
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.ui.Swatches;
import org.glomera.ui.Texts;

/** The chooser of delineations: each with a box to show it, its colour, its volumes, or why it cannot be shown. */
final class DelineationTable {

    private static final int NAME_PX = 164;
    private static final int VOLUME_PX = 74;

    private final ViewerModel model;
    private final Table table;
    private final Swatches swatches;
    private List<Delineation> shown = List.of();

    DelineationTable(Composite parent, ViewerModel model) {
        this.model = model;
        table = new Table(parent, SWT.CHECK | SWT.FULL_SELECTION | SWT.V_SCROLL);
        swatches = new Swatches(table);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        place.heightHint = 120;
        place.widthHint = NAME_PX + 2 * VOLUME_PX + 6;
        table.setLayoutData(place);
        table.setHeaderVisible(true);
        column("Shown", NAME_PX, SWT.LEFT);
        column("Right, ml", VOLUME_PX, SWT.RIGHT);
        column("Left, ml", VOLUME_PX, SWT.RIGHT);
        table.addListener(SWT.Selection, this::toggled);
        table.addListener(SWT.MouseMove, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            String tooltip = item == null ? null : shown.get(table.indexOf(item)).tooltip();
            if (!Objects.equals(tooltip, table.getToolTipText())) {
                table.setToolTipText(tooltip);
            }
        });
    }

    private void column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    private void toggled(Event event) {
        if (event.detail == SWT.CHECK) {
            TableItem item = (TableItem) event.item;
            Delineation delineation = shown.get(table.indexOf(item));
            if (delineation.isDrawn()) {
                model.setShown(delineation.id(), item.getChecked());
            } else {
                item.setChecked(false);
            }
        }
    }

    /** Shows the model's delineations. */
    void update() {
        List<Delineation> now = model.images().delineations();
        boolean sameRows = cells(shown).equals(cells(now));
        shown = now;
        if (!sameRows) {
            table.removeAll();
            shown.forEach(this::add);
        }
        for (int i = 0; i < shown.size(); i++) {
            table.getItem(i).setImage(swatches.of(model.colour(shown.get(i))));
            table.getItem(i).setChecked(model.isShown(shown.get(i)));
        }
    }

    /** What the rows say, which does not change when a delineation is moved. */
    private static List<String> cells(List<Delineation> delineations) {
        return delineations.stream().map(each -> each.id() + '\n' + each.tooltip() + '\n'
                + (each.content() instanceof Delineation.Drawn drawn ? drawn.rightMl() + " " + drawn.leftMl() : "")).toList();
    }

    private void add(Delineation delineation) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setImage(swatches.of(model.colour(delineation)));
        item.setText(0, delineation.title());
        if (delineation.isDrawn() && delineation.content() instanceof Delineation.Drawn drawn) {
            item.setText(1, Texts.number(drawn.rightMl(), 1));
            item.setText(2, Texts.number(drawn.leftMl(), 1));
        } else {
            item.setText(1, delineation.why());
            item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
        }
    }
}

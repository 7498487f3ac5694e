package org.glomera.ui.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** A dialog in which some of several things are chosen, by checking them. */
final class Choosing {

    private static final int WIDTH_PX = 430;
    private static final int HEIGHT_PX = 320;

    /**
     * Something to choose.
     *
     * @param id what it is known by
     * @param words what is shown
     * @param image its image; null for none
     */
    record Item(String id, String words, Image image) {
    }

    private final Shell parent;
    private final String title;
    private final String message;
    private final List<Item> items;
    private final List<String> checked;
    private int least;
    private int most = Integer.MAX_VALUE;

    /** Makes a dialog that opens with some things checked. */
    Choosing(Shell parent, String title, String message, List<Item> items, List<String> checked) {
        this.parent = parent;
        this.title = title;
        this.message = message;
        this.items = List.copyOf(items);
        this.checked = List.copyOf(checked);
    }

    /** Asks for at least and at most so many. */
    Choosing between(int atLeast, int atMost) {
        least = atLeast;
        most = atMost;
        return this;
    }

    /** Opens the dialog and waits. The ids of what was chosen, in the order of the list; empty when it was cancelled. */
    Optional<List<String>> open() {
        Window window = new Window();
        return window.open() == org.eclipse.jface.window.Window.OK ? Optional.of(window.chosen) : Optional.empty();
    }

    private final class Window extends Dialog {

        private List<String> chosen = checked;
        private Table table;

        Window() {
            super(parent);
        }

        @Override
        protected boolean isResizable() {
            return true;
        }

        @Override
        protected void configureShell(Shell shell) {
            super.configureShell(shell);
            shell.setText(title);
        }

        @Override
        protected Control createDialogArea(Composite area) {
            Composite composite = (Composite) super.createDialogArea(area);
            Label label = new Label(composite, SWT.WRAP);
            label.setText(message);
            label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            table = new Table(composite, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
            GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
            place.widthHint = WIDTH_PX;
            place.heightHint = HEIGHT_PX;
            table.setLayoutData(place);
            for (Item each : items) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(each.words());
                item.setImage(each.image());
                item.setChecked(checked.contains(each.id()));
            }
            table.addListener(SWT.Selection, event -> update());
            return composite;
        }

        @Override
        protected void createButtonsForButtonBar(Composite bar) {
            super.createButtonsForButtonBar(bar);
            update();
        }

        private void update() {
            TableItem[] rows = table.getItems();
            chosen = Stream.iterate(0, i -> i < rows.length, i -> i + 1).filter(i -> rows[i].getChecked())
                    .map(i -> items.get(i).id()).toList();
            getButton(IDialogConstants.OK_ID).setEnabled(chosen.size() >= least && chosen.size() <= most);
        }
    }
}

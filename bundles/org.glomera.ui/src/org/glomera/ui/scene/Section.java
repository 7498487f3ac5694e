package org.glomera.ui.scene;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.glomera.ui.CheckBox;

/**
 * A part of the panel that is switched on by a box; what belongs to it takes no room while it is off. Two columns: words
 * and widgets.
 */
final class Section {

    private static final int PERCENT = 100;
    private static final int SCALE_PX = 90;
    private static final int INDENT_PX = 18;

    private final Button box;
    private final Composite body;
    private final Label note;

    /**
     * Makes a section in a layout of one column.
     *
     * @param toggled told whether it was switched on
     */
    Section(Composite parent, String title, String tooltip, Consumer<Boolean> toggled) {
        Composite head = new Composite(parent, SWT.NONE);
        GridLayout headLayout = new GridLayout(2, false);
        headLayout.marginHeight = 0;
        headLayout.marginWidth = 0;
        head.setLayout(headLayout);
        head.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        box = CheckBox.create(head, title, tooltip);
        box.addListener(SWT.Selection, event -> toggled.accept(box.getSelection()));
        note = new Label(head, SWT.RIGHT);
        note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        body = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginHeight = 0;
        layout.marginWidth = 0;
        layout.marginLeft = INDENT_PX;
        layout.verticalSpacing = 2;
        body.setLayout(layout);
        body.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    /** Where the widgets of the section go, in two columns. */
    Composite body() {
        return body;
    }

    /** The box, for tests. */
    Button box() {
        return box;
    }

    /**
     * Shows whether the section is on.
     *
     * @param isPossible whether it can be switched on at all
     * @param words what stands at the right of the box
     * @return whether its room changed, so that the panel must be laid out anew
     */
    boolean update(boolean isOn, boolean isPossible, String words) {
        box.setSelection(isOn && isPossible);
        box.setEnabled(isPossible);
        if (!note.getText().equals(words)) {
            note.setText(words);
        }
        GridData place = (GridData) body.getLayoutData();
        boolean isOpen = isOn && isPossible;
        boolean changed = place.exclude == isOpen;
        place.exclude = !isOpen;
        body.setVisible(isOpen);
        return changed;
    }

    /** A slider from 0 to 1 with a word before it. */
    Scale scale(String title, String tooltip, DoubleConsumer moved) {
        return scale(body, title, tooltip, moved);
    }

    /** A slider from 0 to 1 with a word before it, in a layout of two columns. */
    static Scale scale(Composite parent, String title, String tooltip, DoubleConsumer moved) {
        label(parent, title);
        Scale scale = new Scale(parent, SWT.HORIZONTAL);
        scale.setMinimum(0);
        scale.setMaximum(PERCENT);
        scale.setIncrement(1);
        scale.setPageIncrement(10);
        scale.setToolTipText(tooltip);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = SCALE_PX;
        scale.setLayoutData(place);
        scale.addListener(SWT.Selection, event -> moved.accept(scale.getSelection() / (double) PERCENT));
        return scale;
    }

    /** Shows a value of 0 to 1 on a slider. */
    static void show(Scale scale, double value) {
        int place = (int) Math.round(value * PERCENT);
        if (scale.getSelection() != place) {
            scale.setSelection(place);
        }
    }

    /** A chooser with a word before it. */
    Combo combo(String title, String tooltip, Consumer<Integer> chosen) {
        label(body, title);
        Combo combo = new Combo(body, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setToolTipText(tooltip);
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        combo.addListener(SWT.Selection, event -> chosen.accept(combo.getSelectionIndex()));
        return combo;
    }

    static Label label(Composite parent, String words) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        return label;
    }
}

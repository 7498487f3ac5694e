package org.glomera.ui.training;

import java.util.Optional;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** One setting: a dot when it was changed, its name, where it is typed, and unit or the preset's value. */
final class FieldRow {

    private static final int TEXT_PX = 90;
    /** Wide enough for the id of an architecture. */
    private static final int CHOICE_PX = 140;
    private static final int HINT_PX = 130;
    private static final String DOT = "\u25cf";

    private final NetworkField field;
    private final Label mark;
    private final Control input;
    private final Label hint;
    private final ControlDecoration problem;
    private NetworkDraft draft;
    private boolean showing;

    /**
     * Makes the row in a grid of four columns.
     *
     * @param changed told when something was typed
     */
    FieldRow(Composite parent, NetworkField field, Runnable changed) {
        this.field = field;
        mark = new Label(parent, SWT.NONE);
        mark.setText(DOT);
        mark.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LINK_FOREGROUND));
        mark.setToolTipText("This value differs from the preset's.");
        Label label = new Label(parent, SWT.NONE);
        label.setText(field.label());
        label.setToolTipText(field.help());
        input = field.kind() == NetworkField.Kind.CHOICE ? new Combo(parent, SWT.READ_ONLY) : text(parent);
        input.setToolTipText(field.help());
        input.setData(field);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, true, false);
        place.widthHint = field.kind() == NetworkField.Kind.CHOICE ? CHOICE_PX : TEXT_PX;
        place.minimumWidth = TEXT_PX;
        input.setLayoutData(place);
        problem = new ControlDecoration(input, SWT.TOP | SWT.LEFT);
        problem.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        problem.hide();
        hint = new Label(parent, SWT.NONE);
        GridData hintPlace = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        hintPlace.widthHint = HINT_PX;
        hint.setLayoutData(hintPlace);
        input.addListener(field.kind() == NetworkField.Kind.CHOICE ? SWT.Selection : SWT.Modify, event -> {
            if (!showing && draft != null) {
                draft.set(field, typed());
                changed.run();
            }
        });
    }

    private static Control text(Composite parent) {
        return new Text(parent, SWT.BORDER);
    }

    private String typed() {
        return input instanceof Text text ? text.getText() : ((Combo) input).getText();
    }

    /** Shows the setting of a network. */
    void show(NetworkDraft shown) {
        draft = shown;
        showing = true;
        String text = draft.text(field);
        if (input instanceof Text place) {
            place.setText(text);
        } else {
            Combo place = (Combo) input;
            place.setItems(field.choices(draft.base()).toArray(String[]::new));
            place.setText(text);
        }
        showing = false;
        update();
    }

    /** Shows anew what depends on this setting and on others. */
    void update() {
        if (draft == null) {
            return;
        }
        if (!typed().equals(draft.text(field))) {
            show(draft);
            return;
        }
        Optional<String> wrong = draft.problem(field);
        wrong.ifPresentOrElse(sentence -> {
            problem.setDescriptionText(sentence);
            problem.show();
        }, problem::hide);
        input.setEnabled(draft.applies(field));
        boolean changed = draft.isChanged(field);
        mark.setVisible(changed);
        String preset = field.text(draft.base());
        hint.setText(changed ? "preset: " + preset : field.unit());
        hint.setToolTipText(changed ? "The preset has " + preset + "." : field.help());
    }
}

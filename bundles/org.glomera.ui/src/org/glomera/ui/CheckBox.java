package org.glomera.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/**
 * Check boxes whose mark can be seen. The platform's style sheet gives check boxes in views a background, which GTK
 * paints over the filled box of a ticked one as well, so that it looks unticked.
 */
public final class CheckBox {

    private CheckBox() {
    }

    /** A check box; only on the UI thread. */
    public static Button create(Composite parent, String text, String tooltip) {
        Button box = new Button(parent, SWT.CHECK);
        Theme.keepColours(box);
        box.setText(text);
        box.setToolTipText(tooltip);
        return box;
    }
}

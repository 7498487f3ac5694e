package org.glomera.ui.scene;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;

/** Asks how many pictures a turn has and how large they are. */
final class TurntableDialog extends Dialog {

    private static final int USUAL_COUNT = 36;
    private static final int SMALLEST_PX = 64;
    private static final int LARGEST_PX = 4096;

    private Turntable.Wish wish;
    private Spinner count;
    private Spinner width;
    private Spinner height;

    TurntableDialog(Shell shell, int width, int height) {
        super(shell);
        wish = new Turntable.Wish(USUAL_COUNT, bounded(width), bounded(height));
    }

    private static int bounded(int size) {
        return Math.max(SMALLEST_PX, Math.min(LARGEST_PX, size));
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Turntable");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite fields = new Composite(area, SWT.NONE);
        fields.setLayout(new GridLayout(2, false));
        fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        count = field(fields, "Pictures of a whole turn", wish.count(), 2, Turntable.MOST_PICTURES);
        width = field(fields, "Width in pixels", wish.width(), SMALLEST_PX, LARGEST_PX);
        height = field(fields, "Height in pixels", wish.height(), SMALLEST_PX, LARGEST_PX);
        return area;
    }

    private static Spinner field(Composite parent, String title, int value, int least, int most) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(title);
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues(value, least, most, 0, 1, 10);
        spinner.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return spinner;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Choose Folder\u2026", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        wish = new Turntable.Wish(count.getSelection(), width.getSelection(), height.getSelection());
        super.okPressed();
    }

    /** What was chosen. */
    Turntable.Wish wish() {
        return wish;
    }
}

package org.glomera.ui.registering;

import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.glomera.registration.RegistrationMethod;
import org.glomera.registration.RegistrationMethods;
import org.glomera.registry.Contribution;
import org.glomera.ui.Texts;

/** Asks by which method the SPECT of cases is brought onto their CT. */
final class RegisterDialog extends TitleAreaDialog {

    private static final int WORDS_PX = 460;

    private final int cases;
    private final List<Contribution<RegistrationMethod>> methods = RegistrationMethods.list().stream()
            .filter(each -> !each.id().equals(RegistrationMethods.MANUAL)).toList();
    private Combo combo;
    private Label explanation;
    private Button accept;
    private String method = "";
    private boolean acceptsWarnings;

    RegisterDialog(Shell parent, int cases) {
        super(parent);
        this.cases = cases;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Register SPECT to CT");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Register SPECT to CT");
        setMessage("Finds how the SPECT of " + Texts.count(cases, "case", "cases") + " belongs on the CT and moves it there,"
                + " with what was drawn on it. No voxel changes, and it can be undone.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).applyTo(area);
        new Label(area, SWT.NONE).setText("Method");
        combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.setItems(methods.stream().map(Contribution::name).toArray(String[]::new));
        combo.addListener(SWT.Selection, event -> explain());
        new Label(area, SWT.NONE);
        explanation = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).hint(WORDS_PX, 68).applyTo(explanation);
        accept = new Button(area, SWT.CHECK);
        accept.setText("Apply results with warnings too");
        accept.setToolTipText("Otherwise a result that has warnings is kept as a proposal, to be looked at first");
        accept.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i).id().equals(RegistrationMethods.MUTUAL_INFORMATION) || combo.getSelectionIndex() < 0) {
                combo.select(i);
            }
        }
        explain();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Register", true).setEnabled(!methods.isEmpty());
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private void explain() {
        explanation.setText(combo.getSelectionIndex() < 0 ? "No plug-in that registers is installed."
                : methods.get(combo.getSelectionIndex()).description().replace("&", "&&"));
    }

    @Override
    protected void okPressed() {
        method = methods.get(combo.getSelectionIndex()).id();
        acceptsWarnings = accept.getSelection();
        super.okPressed();
    }

    /** The id of the method that was chosen. */
    String method() {
        return method;
    }

    /** Whether results with warnings are applied too. */
    boolean acceptsWarnings() {
        return acceptsWarnings;
    }
}

package org.glomera.ui.preferences;

import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.KidneyStructures;

/** Edits name patterns, one a line, below their label in a composite of their own. */
final class PatternsEditor extends FieldEditor {

    private static final int LINES = 7;
    private static final int WIDTH_PX = 150;

    private Text text;
    private String problem = "";

    PatternsEditor(Setting setting, String label, Composite parent) {
        super(setting.key(), label, parent);
    }

    @Override
    protected void doFillIntoGrid(Composite parent, int columns) {
        getLabelControl(parent).setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text = new Text(parent, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        GridData place = new GridData(SWT.FILL, SWT.FILL, true, true);
        place.heightHint = LINES * text.getLineHeight();
        place.widthHint = WIDTH_PX;
        text.setLayoutData(place);
        text.addModifyListener(event -> {
            check();
            fireValueChanged(VALUE, "", text.getText());
        });
    }

    @Override
    protected void adjustForNumColumns(int columns) {
        // the composite has one column, whatever the page has
    }

    @Override
    public int getNumberOfControls() {
        return 1;
    }

    /** The patterns as they stand in the field. */
    String patterns() {
        return text.getText();
    }

    /** What is wrong with them; empty when nothing is. */
    String problem() {
        return problem;
    }

    private void check() {
        boolean before = isValid();
        try {
            KidneyStructures.parse(text.getText(), "", "");
            problem = "";
        } catch (GlomeraException e) {
            // The sentence begins with the list that parse was given them as.
            problem = e.getMessage().substring(e.getMessage().indexOf(':') + 1).strip();
        }
        fireStateChanged(IS_VALID, before, isValid());
    }

    @Override
    public boolean isValid() {
        return problem.isEmpty();
    }

    @Override
    protected void refreshValidState() {
        check();
    }

    @Override
    protected void doLoad() {
        text.setText(getPreferenceStore().getString(getPreferenceName()));
    }

    @Override
    protected void doLoadDefault() {
        text.setText(getPreferenceStore().getDefaultString(getPreferenceName()));
    }

    @Override
    protected void doStore() {
        getPreferenceStore().setValue(getPreferenceName(), text.getText());
    }
}

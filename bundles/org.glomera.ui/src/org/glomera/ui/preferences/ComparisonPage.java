package org.glomera.ui.preferences;

import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;

/** The page "Comparison": what an experiment is shown with when it is opened for the first time. */
public final class ComparisonPage extends SettingsPage {

    private static final int MOST_EPOCHS = 999;
    private static final double MOST_PERCENT = 1000;

    /** Makes the page. */
    public ComparisonPage() {
        super("How an experiment is shown when it is opened for the first time; what is chosen in its editor is kept for"
                + " it.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new PercentEditor(Setting.FLAG_PERCENT.key(), "&Flag differences beyond (%):",
                getFieldEditorParent()));
        IntegerFieldEditor smoothing = new IntegerFieldEditor(Setting.SMOOTHING_EPOCHS.key(),
                "&Moving average over learning curves (epochs; 0 by their length, 1 for none):",
                getFieldEditorParent(), 4);
        smoothing.setValidRange(0, MOST_EPOCHS);
        smoothing.setErrorMessage("The moving average is over 0 to " + MOST_EPOCHS + " epochs.");
        addField(smoothing);
    }

    /** Takes a percentage with a point as decimal mark. */
    private static final class PercentEditor extends StringFieldEditor {

        private static final int WIDTH = 8;

        PercentEditor(String name, String label, Composite parent) {
            super(name, label, WIDTH, VALIDATE_ON_KEY_STROKE, parent);
            setErrorMessage("The limit is a number from 0 to 1000, such as 10 or 7.5.");
        }

        @Override
        protected boolean doCheckState() {
            return isPercent(getTextControl().getText());
        }
    }

    /** Whether a text is a percentage that can be a limit. */
    static boolean isPercent(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return value >= 0 && value <= MOST_PERCENT;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}

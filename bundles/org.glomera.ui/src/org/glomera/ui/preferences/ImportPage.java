package org.glomera.ui.preferences;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.KidneyStructures;

/** The page "Import": how SPECT becomes Bq/ml, which time activity is stated for, how kidneys are called. */
public final class ImportPage extends SettingsPage {

    private static final String[][] DECAY = {{"as the files state it", DecayReference.AS_STORED.text()},
            {"the start of the acquisition", DecayReference.SCAN_START.text()},
            {"the administration", DecayReference.ADMINISTRATION.text()}};
    private static final int NUMBER_WIDTH = 12;
    private static final int COLUMNS = 3;
    private static final int SAMPLE_PX = 160;
    private static final int ANSWER_PX = 420;
    private static final int ANSWER_LINES = 3;
    /** As long as the dialog has room for beside its title. */
    private static final String NUMBER_MESSAGE = "A calibration is above 0, such as 13.5.";

    private NumberEditor factor;
    private NumberEditor sensitivity;
    private PatternsEditor right;
    private PatternsEditor left;
    private PatternsEditor sideless;
    private Text sample;
    private Label answer;

    /** Makes the page. */
    public ImportPage() {
        super("How images and delineations are understood when they are imported. Cases that are there stay as they are"
                + " until they are imported again.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new ComboFieldEditor(Setting.CALIBRATION.key(), "SPECT stored as &counts becomes Bq/ml:",
                entries(CalibrationKind.values(), CalibrationKind::title), getFieldEditorParent()));
        factor = new NumberEditor(CalibrationKind.FACTOR, "&Factor (Bq/ml per count):", getFieldEditorParent());
        addField(factor);
        sensitivity = new NumberEditor(CalibrationKind.SENSITIVITY, "&Sensitivity (counts per second per MBq):",
                getFieldEditorParent());
        addField(sensitivity);
        addField(new ComboFieldEditor(Setting.DECAY.key(), "&Activity is stated for:", DECAY, getFieldEditorParent()));
        addText("Images that are in Bq/ml themselves need no calibration. What was done to a case's SPECT stands in its"
                + " remarks.");
        addNames();
        addSample();
    }

    private void addNames() {
        addText("Names of delineated kidneys, one a line, as regular expressions; capitals do not matter, and blanks,"
                + " hyphens and underscores are alike. The first line that fits wins.");
        Composite row = row(COLUMNS);
        right = new PatternsEditor(Setting.RIGHT_KIDNEY_NAMES, "&Right kidney:", column(row));
        left = new PatternsEditor(Setting.LEFT_KIDNEY_NAMES, "&Left kidney:", column(row));
        sideless = new PatternsEditor(Setting.SIDELESS_KIDNEY_NAMES, "&Kidneys, side by place:", column(row));
        List.of(right, left, sideless).forEach(this::addField);
    }

    private void addSample() {
        Composite row = row(2);
        new Label(row, SWT.NONE).setText("&Try a name:");
        sample = new Text(row, SWT.BORDER);
        GridData place = new GridData(SWT.FILL, SWT.CENTER, false, false);
        place.widthHint = SAMPLE_PX;
        sample.setLayoutData(place);
        sample.addModifyListener(event -> tell());
        answer = new Label(row, SWT.WRAP);
        GridData below = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        below.widthHint = ANSWER_PX;
        below.heightHint = ANSWER_LINES * sample.getLineHeight();
        answer.setLayoutData(below);
    }

    private Composite row(int columns) {
        Composite row = new Composite(getFieldEditorParent(), SWT.NONE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, COLUMNS, 1));
        row.setLayout(withoutMargins(columns));
        return row;
    }

    private static Composite column(Composite row) {
        Composite column = new Composite(row, SWT.NONE);
        column.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        column.setLayout(withoutMargins(1));
        return column;
    }

    private static GridLayout withoutMargins(int columns) {
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        return layout;
    }

    @Override
    protected void initialize() {
        super.initialize();
        enableNumbers(getPreferenceStore().getString(Setting.CALIBRATION.key()));
        tell();
    }

    @Override
    protected void performDefaults() {
        super.performDefaults();
        enableNumbers(Setting.CALIBRATION.initial());
        tell();
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        super.propertyChange(event);
        if (FieldEditor.VALUE.equals(event.getProperty()) && event.getSource() instanceof FieldEditor field) {
            if (field.getPreferenceName().equals(Setting.CALIBRATION.key())) {
                enableNumbers(String.valueOf(event.getNewValue()));
                checkState();
            } else if (field instanceof PatternsEditor) {
                checkState();
                tell();
            }
        }
    }

    @Override
    protected void checkState() {
        super.checkState();
        if (!factor.isValid() || !sensitivity.isValid()) {
            setErrorMessage(NUMBER_MESSAGE);
        } else if (problem().isPresent()) {
            setErrorMessage("A name pattern cannot be used; see below.");
            setValid(false);
        }
    }

    /** What is wrong with the first of the patterns that cannot be used. */
    private Optional<String> problem() {
        return Stream.of(right, left, sideless).map(PatternsEditor::problem).filter(each -> !each.isEmpty()).findFirst();
    }

    /** Only the number of the kind that is chosen can be changed and must be right. */
    private void enableNumbers(String kind) {
        factor.enable(kind.equals(CalibrationKind.FACTOR.name()), getFieldEditorParent());
        sensitivity.enable(kind.equals(CalibrationKind.SENSITIVITY.name()), getFieldEditorParent());
    }

    /** Says what the sample name means by the patterns as they stand on the page. */
    private void tell() {
        if (answer != null && sample != null) {
            answer.setText(problem().orElseGet(() -> meaning(sample.getText(), right.patterns(), left.patterns(),
                    sideless.patterns())));
        }
    }

    /** What a name means by patterns, in words; empty for no name. */
    static String meaning(String name, String right, String left, String sideless) {
        if (name.isBlank()) {
            return "";
        }
        try {
            KidneyStructures names = KidneyStructures.parse(right, left, sideless);
            Optional<Side> side = names.sideOf(name);
            if (side.isPresent()) {
                return "It is the " + side.get().word() + " kidney.";
            }
            return names.isSideless(name) ? "It is a kidney; place tells the side." : "It is no kidney.";
        } catch (GlomeraException e) {
            return e.getMessage();
        }
    }

    /** Takes a number above 0 with a point as decimal mark, while it is enabled. */
    private static final class NumberEditor extends StringFieldEditor {

        private final CalibrationKind kind;
        private boolean enabled;

        NumberEditor(CalibrationKind kind, String label, Composite parent) {
            super(kind.setting().key(), label, NUMBER_WIDTH, VALIDATE_ON_KEY_STROKE, parent);
            this.kind = kind;
            setErrorMessage(NUMBER_MESSAGE);
        }

        void enable(boolean now, Composite parent) {
            enabled = now;
            setEnabled(now, parent);
            refreshValidState();
        }

        @Override
        protected boolean doCheckState() {
            return !enabled || kind == null || kind.takes(getTextControl().getText());
        }
    }
}

package org.glomera.ui.preferences;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.preference.ColorFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditor;
import org.eclipse.jface.util.PropertyChangeEvent;

/** The page "Colours": what delineations and networks look like on the screen. */
public final class ColoursPage extends SettingsPage {

    private final List<ColorFieldEditor> own = new ArrayList<>();

    /** Makes the page. */
    public ColoursPage() {
        super("Colours of manual delineations and networks in the comparison, the slice viewer and the 3D view. Reports"
                + " and saved figures keep the colours of Okabe and Ito, so that they look the same from every machine.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new ComboFieldEditor(Setting.PALETTE.key(), "&Colours:",
                entries(ScreenColours.Choice.values(), ScreenColours.Choice::title), getFieldEditorParent()));
        addColour(Setting.MANUAL_CT, "Manual, on the C&T:");
        addColour(Setting.MANUAL_SPECT, "Manual, on the &SPECT:");
        addColour(Setting.NETWORK_1, "Network &1:");
        addColour(Setting.NETWORK_2, "Network &2:");
        addColour(Setting.NETWORK_3, "Network &3:");
        addColour(Setting.NETWORK_4, "Network &4:");
        addColour(Setting.NETWORK_5, "Network &5:");
        addColour(Setting.NETWORK_6, "Network &6:");
        addText("Networks are counted in the order of their experiment; from the seventh on they keep their colour. In"
                + " figures each network has a symbol of its own besides. On a dark ground, figures lighten colours that"
                + " could not be seen.");
    }

    private void addColour(Setting setting, String label) {
        ColorFieldEditor editor = new ColorFieldEditor(setting.key(), label, getFieldEditorParent());
        own.add(editor);
        addField(editor);
    }

    @Override
    protected void initialize() {
        super.initialize();
        enableOwn(getPreferenceStore().getString(Setting.PALETTE.key()));
    }

    @Override
    protected void performDefaults() {
        super.performDefaults();
        enableOwn(Setting.PALETTE.initial());
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        super.propertyChange(event);
        if (event.getSource() instanceof FieldEditor field && field.getPreferenceName().equals(Setting.PALETTE.key())
                && FieldEditor.VALUE.equals(event.getProperty())) {
            enableOwn(String.valueOf(event.getNewValue()));
        }
    }

    private void enableOwn(String choice) {
        boolean enabled = choice.equals(ScreenColours.Choice.OWN.name());
        own.forEach(editor -> editor.setEnabled(enabled, getFieldEditorParent()));
    }
}

package org.glomera.ui.preferences;

import java.util.Locale;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.ScaleFieldEditor;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;

/** The page "Images": how a viewer shows a case at first, and after Reset. */
public final class ImagesPage extends SettingsPage {

    private static final int PERCENT = 100;
    private static final int STEP = 5;

    /** Makes the page. */
    public ImagesPage() {
        super("How a viewer shows images at first, and after Reset. Viewers that are open stay as they are.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new ComboFieldEditor(Setting.CT_PRESET.key(), "&Window of the CT:",
                entries(CtPreset.values(), ImagesPage::words), getFieldEditorParent()));
        addField(new ComboFieldEditor(Setting.SPECT_COLOURS.key(), "&Colours of the SPECT:",
                entries(ColourMap.values(), ColourMap::title), getFieldEditorParent()));
        addField(new ScaleFieldEditor(Setting.SPECT_OPACITY.key(), "&Opacity of the SPECT over the CT:",
                getFieldEditorParent(), 0, PERCENT, 1, STEP));
        addField(new BooleanFieldEditor(Setting.SMOOTH.key(), "&Interpolate between voxels", getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.CROSS_HAIR.key(), "Show the cross-&hair", getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.FILLED.key(), "&Fill delineations", getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.THICK.key(), "Draw delineations with &thick lines",
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.SCENE_DARK.key(), "3&D view on a dark background",
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(Setting.SCENE_SMOOTH.key(), "Smooth &surfaces in the 3D view",
                getFieldEditorParent()));
    }

    private static String words(CtPreset preset) {
        return String.format(Locale.ROOT, "%s (width %.0f, level %.0f HU)", preset.title(),
                preset.window().width(), preset.window().centre());
    }
}

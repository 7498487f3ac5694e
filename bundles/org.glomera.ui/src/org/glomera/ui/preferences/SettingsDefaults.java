package org.glomera.ui.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.jface.preference.IPreferenceStore;

/** Gives the preferences of this bundle their defaults when they are first read. */
public final class SettingsDefaults extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode("org.glomera.ui");
        for (Setting setting : Setting.values()) {
            defaults.put(setting.key(), setting.initial());
        }
    }

    /** Gives a store the defaults, for tests. */
    static void set(IPreferenceStore store) {
        for (Setting setting : Setting.values()) {
            store.setDefault(setting.key(), setting.initial());
        }
    }
}

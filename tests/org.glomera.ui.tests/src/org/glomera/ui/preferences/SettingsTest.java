package org.glomera.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.preference.PreferenceStore;
import org.glomera.chart.Palette;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the user has set, with types. */
class SettingsTest {

    private final PreferenceStore store = new PreferenceStore();
    private Settings settings;

    @BeforeEach
    void setDefaults() {
        SettingsDefaults.set(store);
        settings = new Settings(store);
    }

    @Test
    void defaults_areThoseOfAFirstStart() {
        assertEquals(Path.of(System.getProperty("user.home"), "Glomera"), settings.newStudiesFolder());
        assertEquals(CtPreset.SOFT_TISSUE, settings.ctPreset());
        assertEquals(ColourMap.HOT, settings.spectColours());
        assertEquals(0.6, settings.spectOpacity());
        assertEquals(Runtime.getRuntime().availableProcessors(), settings.threads());
        assertEquals(ScreenColours.ofDocuments(), settings.colours());
        assertTrue(settings.sceneDark() && settings.sceneSmooth());
    }

    @Test
    void valuesThatCannotBeUnderstood_countAsDefaults() {
        store.setValue(Setting.CT_PRESET.key(), "SOFTISSUE");
        store.setValue(Setting.NEW_STUDIES.key(), "a\0b");
        store.setValue(Setting.PALETTE.key(), ScreenColours.Choice.OWN.name());
        store.setValue(Setting.NETWORK_1.key(), "red");
        store.setValue(Setting.SPECT_OPACITY.key(), 250);
        store.setValue(Setting.THREADS.key(), -3);
        store.setValue(Setting.FLAG_PERCENT.key(), -1.0);
        assertEquals(CtPreset.SOFT_TISSUE, settings.ctPreset());
        assertEquals(Path.of(Setting.NEW_STUDIES.initial()), settings.newStudiesFolder());
        assertEquals(Palette.BLUE, settings.colours().of(Palette.BLUE));
        assertEquals(1, settings.spectOpacity());
        assertEquals(Runtime.getRuntime().availableProcessors(), settings.threads());
        assertEquals(10, settings.flagPercent());
    }

    @Test
    void listener_isToldWhichSettingChanged_andNothingAfterItWasRemoved() {
        List<Setting> told = new ArrayList<>();
        Settings.Listener listener = told::add;
        settings.addListener(listener);
        store.setValue(Setting.THREADS.key(), 7);
        store.setValue("openStudies", "not a setting");
        settings.removeListener(listener);
        store.setValue(Setting.THREADS.key(), 8);
        assertEquals(List.of(Setting.THREADS), told);
        assertEquals(8, settings.threads());
    }

    @Test
    void ownColours_replaceThoseOfDocuments_andTheRestStays() {
        store.setValue(Setting.PALETTE.key(), ScreenColours.Choice.OWN.name());
        store.setValue(Setting.NETWORK_2.key(), "1,2,3");
        store.setValue(Setting.MANUAL_SPECT.key(), "255,0,255");
        ScreenColours colours = settings.colours();
        assertEquals(0x010203, colours.of(Palette.VERMILLION));
        assertEquals(Palette.BLUE, colours.of(Palette.BLUE));
        assertEquals(Palette.INDIGO, colours.of(Palette.INDIGO));
        assertEquals(0xff00ff, colours.of(ScreenColours.MANUAL_SPECT));
        assertEquals(Palette.YELLOW, colours.of(ScreenColours.MANUAL_CT));
        assertEquals(0x123456, colours.of(0x123456));
    }

    @Test
    void tolsColours_areSixThatDiffer_beforeTheRest() {
        store.setValue(Setting.PALETTE.key(), ScreenColours.Choice.TOL.name());
        ScreenColours colours = settings.colours();
        assertEquals(0x4477AA, colours.of(Palette.BLUE));
        assertEquals(Palette.SERIES.size(), colours.series().stream().distinct().count());
        assertTrue(Settings.isColour(Setting.NETWORK_6) && !Settings.isColour(Setting.THREADS));
    }
}

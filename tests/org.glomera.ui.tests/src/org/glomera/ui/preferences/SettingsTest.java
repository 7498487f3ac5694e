package org.glomera.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.preference.PreferenceStore;
import org.glomera.chart.Palette;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.SpectRules;
import org.glomera.pipeline.ImportRules;
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

    @Test
    void importRules_areTheUsualOnes_untilTheyAreSet() {
        assertEquals(ImportRules.usual(), settings.importRules());
        store.setValue(Setting.CALIBRATION.key(), CalibrationKind.SENSITIVITY.name());
        store.setValue(Setting.SENSITIVITY.key(), " 9.36 ");
        store.setValue(Setting.BQ_PER_ML_PER_COUNT.key(), "13.5");
        store.setValue(Setting.DECAY.key(), "scan-start");
        store.setValue(Setting.RIGHT_KIDNEY_NAMES.key(), "R1\n\n R2 ");
        assertEquals(new SpectRules(Optional.of(new Calibration.Sensitivity(9.36)), DecayReference.SCAN_START),
                settings.importRules().spect());
        assertEquals(List.of("R1", "R2"), settings.importRules().kidneyNames().right());
        store.setValue(Setting.CALIBRATION.key(), CalibrationKind.FACTOR.name());
        assertEquals(Optional.of(new Calibration.BqPerMlPerCount(13.5)), settings.importRules().spect().calibration());
    }

    @Test
    void importRulesThatCannotBeUnderstood_countAsNotSet() {
        store.setValue(Setting.CALIBRATION.key(), CalibrationKind.FACTOR.name());
        store.setValue(Setting.BQ_PER_ML_PER_COUNT.key(), "13,5");
        store.setValue(Setting.DECAY.key(), "yesterday");
        store.setValue(Setting.LEFT_KIDNEY_NAMES.key(), "kidney(");
        assertEquals(ImportRules.usual(), settings.importRules());
    }

    @Test
    void sampleName_isToldByThePatternsOnThePage() {
        assertEquals("It is the right kidney.", ImportPage.meaning("ren_dexter", "ren dexter", "left", "both"));
        assertEquals("It is the left kidney.", ImportPage.meaning("LEFT", "ren dexter", "left", "both"));
        assertEquals("It is a kidney; place tells the side.", ImportPage.meaning("both", "ren", "left", "both"));
        assertEquals("It is no kidney.", ImportPage.meaning("Liver", "ren", "left", "both"));
        assertEquals("", ImportPage.meaning(" ", "ren", "left", "both"));
        assertTrue(ImportPage.meaning("x", "ren(", "left", "both").contains("not a regular expression"));
        assertTrue(ImportPage.meaning("x", "x", "x", "both").contains("means the right and the left kidney"));
    }
}

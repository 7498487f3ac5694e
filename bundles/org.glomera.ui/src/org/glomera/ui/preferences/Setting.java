package org.glomera.ui.preferences;

import java.nio.file.Path;

import org.glomera.chart.Palette;
import org.glomera.comparison.page.ViewOptions;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.KidneyStructures;
import org.glomera.network.Networks;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;

/** Each setting with its key in the preferences and its default, as text; colours are {@code red,green,blue}. */
public enum Setting {

    /** Folder that new studies are offered in. */
    NEW_STUDIES("newStudiesFolder", Path.of(System.getProperty("user.home"), "Glomera").toString()),
    /** Whether a start opens the studies that were open last. */
    REOPENS_STUDIES("reopensStudies", "true"),
    /** Whether closing the program asks while work runs. */
    ASKS_BEFORE_CLOSING("asksBeforeClosing", "true"),
    /** Id of the engine that calculates networks. */
    ENGINE("engine", Networks.DEFAULT_ENGINE),
    /** Threads that a new training calculates with; 0 for as many as the machine has processors. */
    THREADS("threads", "0"),
    /** Window of the CT, by the name of a {@link CtPreset}. */
    CT_PRESET("ctPreset", CtPreset.SOFT_TISSUE.name()),
    /** Colours of the SPECT, by the name of a {@link ColourMap}. */
    SPECT_COLOURS("spectColours", ColourMap.HOT.name()),
    /** Opacity of the SPECT over the CT in percent. */
    SPECT_OPACITY("spectOpacity", "60"),
    /** Whether slices are interpolated between voxels. */
    SMOOTH("smoothSlices", "true"),
    /** Whether the cross-hair is shown. */
    CROSS_HAIR("crossHair", "true"),
    /** Whether delineations are filled. */
    FILLED("filledDelineations", "false"),
    /** Whether the lines of delineations are thick. */
    THICK("thickDelineations", "false"),
    /** Whether the 3D view stands on a dark ground. */
    SCENE_DARK("sceneDark", "true"),
    /** Whether surfaces in the 3D view are smoothed. */
    SCENE_SMOOTH("sceneSmooth", "true"),
    /** Which colours delineations and networks have, by the name of a {@link ScreenColours.Choice}. */
    PALETTE("palette", ScreenColours.Choice.OKABE_ITO.name()),
    /** Own colour of what people drew on the CT. */
    MANUAL_CT("manualCt", text(ScreenColours.MANUAL_CT)),
    /** Own colour of what people drew on the SPECT. */
    MANUAL_SPECT("manualSpect", text(ScreenColours.MANUAL_SPECT)),
    /** Own colour of the first network. */
    NETWORK_1("network1", text(Palette.of(0))),
    /** Own colour of the second network. */
    NETWORK_2("network2", text(Palette.of(1))),
    /** Own colour of the third network. */
    NETWORK_3("network3", text(Palette.of(2))),
    /** Own colour of the fourth network. */
    NETWORK_4("network4", text(Palette.of(3))),
    /** Own colour of the fifth network. */
    NETWORK_5("network5", text(Palette.of(4))),
    /** Own colour of the sixth network. */
    NETWORK_6("network6", text(Palette.of(5))),
    /** Differences of the activity concentration beyond this are flagged, in percent. */
    FLAG_PERCENT("flagPercent", String.valueOf(ViewOptions.FLAG_PERCENT)),
    /** Window of the moving average over a learning curve in epochs; 1 for none, 0 to choose it by the length. */
    SMOOTHING_EPOCHS("smoothingEpochs", "0"),
    /** How counts of SPECT become Bq/ml, by the name of a {@link CalibrationKind}. */
    CALIBRATION("spectCalibration", "NONE"),
    /** Bq/ml of one count; empty when it was never set. */
    BQ_PER_ML_PER_COUNT("spectBqPerMlPerCount", ""),
    /** Sensitivity of the camera in counts per second per MBq; empty when it was never set. */
    SENSITIVITY("spectSensitivityCpsPerMbq", ""),
    /** The time that activity is stated for, as {@link DecayReference#text()} says it. */
    DECAY("spectDecay", DecayReference.AS_STORED.text()),
    /** Name patterns of the right kidney, one a line. */
    RIGHT_KIDNEY_NAMES("rightKidneyNames", KidneyStructures.text(KidneyStructures.COMMON_NAMES.right())),
    /** Name patterns of the left kidney, one a line. */
    LEFT_KIDNEY_NAMES("leftKidneyNames", KidneyStructures.text(KidneyStructures.COMMON_NAMES.left())),
    /** Name patterns of kidneys without a side, one a line. */
    SIDELESS_KIDNEY_NAMES("sidelessKidneyNames", KidneyStructures.text(KidneyStructures.COMMON_NAMES.sideless()));

    private final String key;
    private final String initial;

    Setting(String key, String initial) {
        this.key = key;
        this.initial = initial;
    }

    /** The key in the preferences of this bundle. */
    public String key() {
        return key;
    }

    /** The default, as the preferences keep it. */
    public String initial() {
        return initial;
    }

    private static String text(int rgb) {
        return (rgb >> 16 & 0xff) + "," + (rgb >> 8 & 0xff) + "," + (rgb & 0xff);
    }
}

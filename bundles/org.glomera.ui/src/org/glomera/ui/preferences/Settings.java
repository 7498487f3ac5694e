package org.glomera.ui.preferences;

import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.resource.DataFormatException;
import org.eclipse.jface.resource.StringConverter;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.glomera.chart.Palette;
import org.glomera.core.GlomeraException;
import org.glomera.dicom.Calibration;
import org.glomera.dicom.DecayReference;
import org.glomera.dicom.KidneyStructures;
import org.glomera.dicom.SpectRules;
import org.glomera.pipeline.ImportRules;
import org.glomera.pipeline.PipelineServices;
import org.glomera.render.slice.ColourMap;
import org.glomera.render.slice.CtPreset;

/**
 * What the user has set, with types. A value that cannot be understood, for instance of an older version, counts as its
 * default. Safe for use by several threads; listeners are told on the thread that changed a setting, which is the UI
 * thread when the preferences dialog did.
 */
public final class Settings {

    /** Told when a setting has another value. */
    @FunctionalInterface
    public interface Listener {

        /** A setting changed. */
        void changed(Setting setting);
    }

    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final String BUNDLE = "org.glomera.ui";
    private static final double PERCENT = 100;
    private static final List<Setting> NETWORKS = List.of(Setting.NETWORK_1, Setting.NETWORK_2, Setting.NETWORK_3,
            Setting.NETWORK_4, Setting.NETWORK_5, Setting.NETWORK_6);

    private final IPreferenceStore store;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Reads from a store, whose defaults are set. */
    public Settings(IPreferenceStore store) {
        this.store = store;
        store.addPropertyChangeListener(this::storeChanged);
    }

    private static final class Holder {
        static final IPreferenceStore STORE = new ScopedPreferenceStore(InstanceScope.INSTANCE, BUNDLE);
        static final Settings OF_WORKBENCH = new Settings(STORE);
    }

    /** The settings of this workbench. */
    public static Settings ofWorkbench() {
        return Holder.OF_WORKBENCH;
    }

    /** Where the pages of this workbench keep them. */
    static IPreferenceStore storeOfWorkbench() {
        return Holder.STORE;
    }

    private void storeChanged(PropertyChangeEvent event) {
        Arrays.stream(Setting.values()).filter(setting -> setting.key().equals(event.getProperty()))
                .forEach(setting -> listeners.forEach(listener -> listener.changed(setting)));
    }

    /** Adds a listener; remove it with what it tells. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** The folder in which new studies are offered to be made; it need not be there. */
    public Path newStudiesFolder() {
        try {
            return Path.of(store.getString(Setting.NEW_STUDIES.key()));
        } catch (InvalidPathException e) {
            LOG.log(Level.WARNING, "The folder for new studies in the preferences is no path; the default is used.", e);
            return Path.of(Setting.NEW_STUDIES.initial());
        }
    }

    /** Whether a start opens the studies that were open last. */
    public boolean reopensStudies() {
        return store.getBoolean(Setting.REOPENS_STUDIES.key());
    }

    /** Whether closing the program asks while work runs. */
    public boolean asksBeforeClosing() {
        return store.getBoolean(Setting.ASKS_BEFORE_CLOSING.key());
    }

    /** Id of the engine that calculates networks; it need not be installed. */
    public String engine() {
        return store.getString(Setting.ENGINE.key());
    }

    /** The services of the pipeline, with the engine that is set at the time of each call. */
    public PipelineServices services() {
        return PipelineServices.ofPlugins(this::engine);
    }

    /**
     * Threads that a new training calculates with, at least 1. They stand in the run's configuration, and segmenting
     * with its weights takes as many, since another number may round differently.
     */
    public int threads() {
        int chosen = store.getInt(Setting.THREADS.key());
        return chosen > 0 ? chosen : Runtime.getRuntime().availableProcessors();
    }

    /** The window that a slice viewer shows a CT with at first. */
    public CtPreset ctPreset() {
        return named(CtPreset.class, Setting.CT_PRESET);
    }

    /** The colours that SPECT is shown with at first. */
    public ColourMap spectColours() {
        return named(ColourMap.class, Setting.SPECT_COLOURS);
    }

    /** The opacity of the SPECT over the CT at first, 0 to 1. */
    public double spectOpacity() {
        return Math.max(0, Math.min(PERCENT, store.getInt(Setting.SPECT_OPACITY.key()))) / PERCENT;
    }

    /** Whether a slice viewer interpolates between voxels at first. */
    public boolean smooth() {
        return store.getBoolean(Setting.SMOOTH.key());
    }

    /** Whether a slice viewer shows the cross-hair at first. */
    public boolean crossHair() {
        return store.getBoolean(Setting.CROSS_HAIR.key());
    }

    /** Whether a slice viewer fills delineations at first. */
    public boolean filled() {
        return store.getBoolean(Setting.FILLED.key());
    }

    /** Whether a slice viewer draws delineations with thick lines at first. */
    public boolean thick() {
        return store.getBoolean(Setting.THICK.key());
    }

    /** Whether a 3D view stands on a dark ground at first. */
    public boolean sceneDark() {
        return store.getBoolean(Setting.SCENE_DARK.key());
    }

    /** Whether a 3D view smooths surfaces at first. */
    public boolean sceneSmooth() {
        return store.getBoolean(Setting.SCENE_SMOOTH.key());
    }

    /** The colours of delineations and networks on the screen. */
    public ScreenColours colours() {
        return switch (named(ScreenColours.Choice.class, Setting.PALETTE)) {
            case OKABE_ITO -> ScreenColours.ofDocuments();
            case TOL -> new ScreenColours(ScreenColours.MANUAL_CT, ScreenColours.MANUAL_SPECT,
                    withRest(Palette.TOL_BRIGHT));
            case OWN -> new ScreenColours(rgb(Setting.MANUAL_CT), rgb(Setting.MANUAL_SPECT),
                    withRest(NETWORKS.stream().map(this::rgb).toList()));
        };
    }

    /** Whether a change of a setting may change {@link #colours()}. */
    public static boolean isColour(Setting setting) {
        return setting == Setting.PALETTE || setting == Setting.MANUAL_CT || setting == Setting.MANUAL_SPECT
                || NETWORKS.contains(setting);
    }

    /** First some colours, then the rest of those of documents. */
    private static List<Integer> withRest(List<Integer> first) {
        List<Integer> all = new ArrayList<>(first);
        all.addAll(Palette.SERIES.subList(first.size(), Palette.SERIES.size()));
        return all;
    }

    /** Differences of the activity concentration beyond this are flagged at first, in percent. */
    public double flagPercent() {
        double percent = store.getDouble(Setting.FLAG_PERCENT.key());
        return percent >= 0 ? percent : Double.parseDouble(Setting.FLAG_PERCENT.initial());
    }

    /** Window of the moving average over learning curves at first, in epochs; 1 for none, 0 by their length. */
    public int smoothingEpochs() {
        return Math.max(0, store.getInt(Setting.SMOOTHING_EPOCHS.key()));
    }

    /**
     * How images and delineations are understood when they are imported. A value that cannot be understood counts as not
     * set: counts stay counts then, which an import says.
     */
    public ImportRules importRules() {
        return new ImportRules(kidneyNames(), new SpectRules(calibration(), decay()));
    }

    private KidneyStructures kidneyNames() {
        try {
            return KidneyStructures.parse(store.getString(Setting.RIGHT_KIDNEY_NAMES.key()),
                    store.getString(Setting.LEFT_KIDNEY_NAMES.key()), store.getString(Setting.SIDELESS_KIDNEY_NAMES.key()));
        } catch (GlomeraException e) {
            LOG.log(Level.WARNING, "The names of kidneys in the preferences cannot be used; the defaults are.", e);
            return KidneyStructures.COMMON_NAMES;
        }
    }

    private Optional<Calibration> calibration() {
        CalibrationKind kind = named(CalibrationKind.class, Setting.CALIBRATION);
        try {
            return kind.calibration(store.getString(kind.setting().key()));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The calibration in the preferences cannot be used; there is none.", e);
            return Optional.empty();
        }
    }

    private DecayReference decay() {
        try {
            return DecayReference.parse(store.getString(Setting.DECAY.key()));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "The time of activity in the preferences cannot be used; the default is.", e);
            return DecayReference.AS_STORED;
        }
    }

    private <E extends Enum<E>> E named(Class<E> type, Setting setting) {
        String name = store.getString(setting.key());
        Optional<E> found = Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst();
        return found.orElseGet(() -> Enum.valueOf(type, setting.initial()));
    }

    private int rgb(Setting setting) {
        RGB rgb;
        try {
            rgb = StringConverter.asRGB(store.getString(setting.key()));
        } catch (DataFormatException e) {
            LOG.log(Level.WARNING, "A colour in the preferences cannot be read; the default is used.", e);
            rgb = StringConverter.asRGB(setting.initial());
        }
        return rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }
}

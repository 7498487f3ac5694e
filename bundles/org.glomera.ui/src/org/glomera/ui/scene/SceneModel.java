package org.glomera.ui.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.Pick;
import org.glomera.render.scene.StandardView;
import org.glomera.render.slice.Extent;
import org.glomera.ui.preferences.Settings;

/**
 * What the 3D view shows: the case, how it is shown, from where it is looked at, and what was pointed at. How a case is
 * shown and from which side stays the same from case to case. Only on the UI thread; listeners are told after each
 * change.
 */
final class SceneModel {

    private static final Extent NOTHING = new Extent(new Vector3(-100, -100, -100), new Vector3(100, 100, 100));

    /** A camera so near to the fitted one was not moved by anybody. */
    private static final double FITTED_MM = 1e-3;

    /** Share of the box that is left free on each side. */
    private static final double ROOM = 0.04;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private SceneContent content = SceneContent.NONE;
    private SceneSettings settings = SceneSettings.first(Settings.ofWorkbench());
    private Extent extent = NOTHING;
    private Extent framed = NOTHING;
    private double spectMaximum = 1;
    private Camera camera = Camera.of(StandardView.FRONT, NOTHING);
    private double aspect = 1;
    private boolean isMeasuring;
    private List<Vector3> measured = List.of();
    private Pick pick;
    private List<String> layerProblems = List.of();

    /** Adds a listener that is told after each change. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Lets go of the case and of the listeners. */
    void release() {
        listeners.clear();
        content = SceneContent.NONE;
        pick = null;
    }

    /** Shows another case, or the same one anew, from the side from which was looked so far. */
    void setContent(SceneContent newContent) {
        boolean sameCase = content.images().caseId().equals(newContent.images().caseId());
        content = newContent;
        extent = content.extent().orElse(NOTHING);
        framed = framed(extent);
        spectMaximum = content.images().spect().map(SceneModel::largest).orElse(1.0);
        pick = null;
        if (!sameCase) {
            measured = List.of();
            camera = camera.fit(framed, aspect);
        }
        changed();
    }

    /** The box with some room around it, for the titles. */
    private static Extent framed(Extent box) {
        Vector3 room = box.highMm().minus(box.lowMm()).times(ROOM);
        return new Extent(box.lowMm().minus(room), box.highMm().plus(room));
    }

    /** Takes further distances of the case that is shown. */
    void setDistances(SceneContent withDistances) {
        if (withDistances.surfaces().equals(content.surfaces())) {
            content = withDistances;
            changed();
        }
    }

    private static double largest(Volume volume) {
        double largest = 0;
        for (float value : volume.values()) {
            if (value > largest && value < Float.POSITIVE_INFINITY) {
                largest = value;
            }
        }
        return largest > 0 ? largest : 1;
    }

    SceneContent content() {
        return content;
    }

    /** The box around the surfaces, in patient millimetres. */
    Extent extent() {
        return extent;
    }

    /** The largest activity concentration of the SPECT in Bq/ml. */
    double spectMaximum() {
        return spectMaximum;
    }

    SceneSettings settings() {
        return settings;
    }

    /** Shows the case in another way. */
    void setSettings(SceneSettings newSettings) {
        if (!newSettings.equals(settings)) {
            boolean isOver = newSettings.arrangement() != settings.arrangement()
                    || !newSettings.distances().reference().equals(settings.distances().reference());
            settings = newSettings;
            if (isOver) {
                pick = null;
            }
            changed();
        }
    }

    Camera camera() {
        return camera;
    }

    /** Looks from elsewhere. */
    void setCamera(Camera newCamera) {
        camera = newCamera;
        changed();
    }

    /** Width of a pane over its height, which {@link #fit()} needs; fits anew when nothing was moved yet. */
    void setAspect(double newAspect) {
        if (newAspect > 0 && Math.abs(newAspect - aspect) > 1e-6) {
            boolean wasFitted = camera.positionMm().minus(camera.fit(framed, aspect).positionMm()).length() < FITTED_MM;
            aspect = newAspect;
            if (wasFitted) {
                camera = camera.fit(framed, aspect);
                changed();
            }
        }
    }

    /** Looks from a side of the patient, with all surfaces in the picture. */
    void lookFrom(StandardView side) {
        setCamera(camera.from(side).fit(framed, aspect));
    }

    /** Brings all surfaces into the picture, from the same side. */
    void fit() {
        setCamera(camera.fit(framed, aspect));
    }

    /** Back to how a first case is shown. */
    void reset() {
        settings = SceneSettings.first(Settings.ofWorkbench()).withDark(settings.isDark());
        isMeasuring = false;
        measured = List.of();
        pick = null;
        lookFrom(StandardView.FRONT);
    }

    boolean isMeasuring() {
        return isMeasuring;
    }

    /** Whether the next two clicks give a distance; what was measured before goes. */
    void setMeasuring(boolean measuring) {
        isMeasuring = measuring;
        measured = List.of();
        changed();
    }

    /** The points between which is measured, none to two, in patient millimetres. */
    List<Vector3> measured() {
        return measured;
    }

    /** What was pointed at last. */
    Optional<Pick> pick() {
        return Optional.ofNullable(pick);
    }

    /** Points at something, or at nothing; measures when that is on. */
    void setPick(Pick newPick) {
        pick = newPick;
        if (isMeasuring && newPick != null) {
            List<Vector3> points = new ArrayList<>(measured.size() < 2 ? measured : List.of());
            points.add(newPick.pointMm());
            measured = List.copyOf(points);
        }
        changed();
    }

    /** One step back: what was measured, then measuring, then what was pointed at. */
    void escape() {
        if (!measured.isEmpty()) {
            measured = List.of();
        } else if (isMeasuring) {
            isMeasuring = false;
        } else {
            pick = null;
        }
        changed();
    }

    /** What layers could not draw, a sentence each. */
    List<String> layerProblems() {
        return layerProblems;
    }

    /** Says what layers could not draw. */
    void setLayerProblems(List<String> sentences) {
        if (!sentences.equals(layerProblems)) {
            layerProblems = List.copyOf(sentences);
            changed();
        }
    }

    /** What is drawn now. */
    SceneState state() {
        return new SceneState(content, settings, camera, extent, spectMaximum, isMeasuring, measured, pick());
    }
}

package org.glomera.ui.scene;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.scene.Camera;
import org.glomera.render.scene.Pick;
import org.glomera.render.slice.Extent;

/**
 * What the view shows at one moment; immutable, so that it can be turned into a scene on any thread.
 *
 * @param extent the box around the surfaces, patient millimetres
 * @param spectMaximum the largest activity concentration in Bq/ml
 * @param isMeasuring whether clicks measure
 * @param measured the points between which is measured, none to two, patient millimetres
 * @param pick what was pointed at last
 */
record SceneState(SceneContent content, SceneSettings settings, Camera camera, Extent extent, double spectMaximum,
        boolean isMeasuring, List<Vector3> measured, Optional<Pick> pick) {

    SceneState {
        Objects.requireNonNull(content);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(camera);
        Objects.requireNonNull(extent);
        measured = List.copyOf(measured);
        Objects.requireNonNull(pick);
    }

    /** What is drawn of it: without what was pointed at and measured, which is laid over the picture. */
    SceneState scene() {
        return new SceneState(content, settings, camera, extent, spectMaximum, false, List.of(), Optional.empty());
    }

    /** The same seen from elsewhere. */
    SceneState withCamera(Camera newCamera) {
        return new SceneState(content, settings, newCamera, extent, spectMaximum, isMeasuring, measured, pick);
    }
}

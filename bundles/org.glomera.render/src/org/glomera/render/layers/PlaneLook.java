package org.glomera.render.layers;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;
import org.glomera.render.slice.CtPreset;
import org.glomera.render.slice.Plane;
import org.glomera.render.slice.Window;

/**
 * Which slice is drawn in space, and how.
 *
 * @param plane how it lies
 * @param throughMm a point that it goes through, patient millimetres
 * @param ctWindow window of the CT, Hounsfield units
 * @param spectWindow window of the SPECT, Bq/ml
 * @param spectOpacity opacity of the SPECT over the CT from 0 (CT alone) to 1
 * @param outlines whether the shown delineations are outlined on it
 * @param opacity opacity of the slice from 0 (not to be seen) to 1 (solid)
 */
public record PlaneLook(Plane plane, Vector3 throughMm, Window ctWindow, Window spectWindow, double spectOpacity,
        boolean outlines, double opacity) {

    private static final double SPECT_OPACITY = 0.6;

    /** Refuses missing parts and an opacity beyond 0 to 1. */
    public PlaneLook {
        Objects.requireNonNull(plane);
        Objects.requireNonNull(throughMm);
        Objects.requireNonNull(ctWindow);
        Objects.requireNonNull(spectWindow);
        if (!(spectOpacity >= 0 && spectOpacity <= 1 && opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + spectOpacity + " or " + opacity
                    + " is not between 0 and 1");
        }
    }

    /** An axial slice through the middle of what there is of a case; the SPECT's window ends where the cloud does. */
    static PlaneLook of(CaseScene scene, CloudLook cloud) {
        Vector3 middle = scene.delineations().stream().findFirst().map(each -> each.labels().grid())
                .or(() -> image(scene)).map(Grid::centreMm).orElse(new Vector3(0, 0, 0));
        return new PlaneLook(Plane.AXIAL, middle, CtPreset.SOFT_TISSUE.window(), Window.between(Math.min(0, cloud.low()),
                cloud.high()), SPECT_OPACITY, true, 1);
    }

    private static Optional<Grid> image(CaseScene scene) {
        return scene.ct().or(scene::spect).map(Volume::grid);
    }

    /** The same slice in another direction. */
    public PlaneLook withPlane(Plane newPlane) {
        return new PlaneLook(newPlane, throughMm, ctWindow, spectWindow, spectOpacity, outlines, opacity);
    }

    /** The same through another point in patient millimetres. */
    public PlaneLook through(Vector3 newThroughMm) {
        return new PlaneLook(plane, newThroughMm, ctWindow, spectWindow, spectOpacity, outlines, opacity);
    }

    /** The same with another opacity. */
    public PlaneLook withOpacity(double newOpacity) {
        return new PlaneLook(plane, throughMm, ctWindow, spectWindow, spectOpacity, outlines, newOpacity);
    }

    /** The same with another opacity of the SPECT over the CT. */
    public PlaneLook withSpectOpacity(double newSpectOpacity) {
        return new PlaneLook(plane, throughMm, ctWindow, spectWindow, newSpectOpacity, outlines, opacity);
    }
}

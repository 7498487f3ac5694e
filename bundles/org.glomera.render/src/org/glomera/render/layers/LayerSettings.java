package org.glomera.render.layers;

import java.util.Objects;

/**
 * What the user chose about the layers. Which layers are shown is said to {@link SceneLayers#items}.
 *
 * @param surfaces how kidneys are drawn
 * @param cloud how the SPECT is drawn
 * @param plane which slice is drawn, and how
 */
public record LayerSettings(SurfaceLook surfaces, CloudLook cloud, PlaneLook plane) {

    /** Refuses missing parts. */
    public LayerSettings {
        Objects.requireNonNull(surfaces);
        Objects.requireNonNull(cloud);
        Objects.requireNonNull(plane);
    }

    /** What fits a case: smooth solid surfaces, the upper activities as a cloud, an axial slice through its middle. */
    public static LayerSettings of(CaseScene scene) {
        CloudLook cloud = scene.spect().map(CloudLook::of).orElseGet(CloudLook::unknown);
        return new LayerSettings(SurfaceLook.plain(), cloud, PlaneLook.of(scene, cloud));
    }

    /** The same with other surfaces. */
    public LayerSettings with(SurfaceLook newSurfaces) {
        return new LayerSettings(newSurfaces, cloud, plane);
    }

    /** The same with another cloud. */
    public LayerSettings with(CloudLook newCloud) {
        return new LayerSettings(surfaces, newCloud, plane);
    }

    /** The same with another slice. */
    public LayerSettings with(PlaneLook newPlane) {
        return new LayerSettings(surfaces, cloud, newPlane);
    }
}

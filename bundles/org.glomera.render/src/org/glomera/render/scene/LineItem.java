package org.glomera.render.scene;

import java.util.Optional;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;

/**
 * A straight line, for instance a distance that is measured; drawn as a thin rod that surfaces hide.
 *
 * @param id what it is called in a {@link Pick}, unique within a pane
 * @param fromMm one end in patient millimetres
 * @param toMm the other end
 * @param rgb its colour as 0xRRGGBB
 * @param radiusMm half its thickness in millimetres, above 0
 */
public record LineItem(String id, Vector3 fromMm, Vector3 toMm, int rgb, double radiusMm) implements SceneItem {

    /** Refuses a radius that is not above 0. */
    public LineItem {
        Checks.id(id);
        Checks.radius(radiusMm);
    }

    @Override
    public Optional<Extent> extent() {
        return Optional.of(Checks.box(fromMm, toMm));
    }
}

package org.glomera.render.scene;

import java.util.Optional;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;

/**
 * A point, for instance one that was picked; drawn as a small ball that surfaces hide.
 *
 * @param id what it is called in a {@link Pick}, unique within a pane
 * @param pointMm the middle of the ball in patient millimetres
 * @param rgb its colour as 0xRRGGBB
 * @param radiusMm its radius in millimetres, above 0
 */
public record PointItem(String id, Vector3 pointMm, int rgb, double radiusMm) implements SceneItem {

    /** Refuses a radius that is not above 0. */
    public PointItem {
        Checks.id(id);
        Checks.radius(radiusMm);
    }

    @Override
    public Optional<Extent> extent() {
        Vector3 half = new Vector3(radiusMm, radiusMm, radiusMm);
        return Optional.of(new Extent(pointMm.minus(half), pointMm.plus(half)));
    }
}

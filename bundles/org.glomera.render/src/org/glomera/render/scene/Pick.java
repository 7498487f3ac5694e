package org.glomera.render.scene;

import java.util.Objects;

import org.glomera.core.geometry.Vector3;

/**
 * The nearest item at a pixel of a picture.
 *
 * @param pane the number of the pane, the first is 0
 * @param itemId the {@link SceneItem#id()} of what is there
 * @param pointMm where the ray through the pixel meets it, patient millimetres
 * @param value the value there: of a surface's {@link Colouring}, interpolated in the triangle, or of a cloud's volume,
 *        that of the nearest voxel; NaN where there is none
 */
public record Pick(int pane, String itemId, Vector3 pointMm, double value) {

    /** Refuses a pick without an item or a point. */
    public Pick {
        Objects.requireNonNull(itemId);
        Objects.requireNonNull(pointMm);
    }
}

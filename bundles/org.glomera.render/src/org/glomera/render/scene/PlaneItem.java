package org.glomera.render.scene;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.geometry.Vector3;
import org.glomera.render.slice.Extent;

/**
 * A picture in space, for instance a slice. Its pixels are shown as they are, unlit, from both sides. The array is not
 * copied; see {@link Mesh}.
 *
 * @param id what it is called in a {@link Pick}, unique within a pane
 * @param widthPx number of columns
 * @param heightPx number of rows
 * @param argb the pixels as 0xAARRGGBB, top row first; alpha counts
 * @param originMm the outer corner of the first pixel (top left) in patient millimetres
 * @param rightMm from that corner to the outer top right corner: the whole upper edge
 * @param downMm from that corner to the outer bottom left corner: the whole left edge
 * @param opacity from 0 (not to be seen) to 1 (as the pixels say)
 */
public record PlaneItem(String id, int widthPx, int heightPx, int[] argb, Vector3 originMm, Vector3 rightMm,
        Vector3 downMm, double opacity) implements SceneItem {

    /** Refuses sizes that do not fit the pixels, and edges that span no area. */
    public PlaneItem {
        Checks.id(id);
        Checks.picture(widthPx, heightPx, argb);
        Objects.requireNonNull(originMm);
        if (!(rightMm.cross(downMm).length() > 0)) {
            throw new IllegalArgumentException("The edges " + rightMm + " and " + downMm + " span no area.");
        }
        Checks.opacity(opacity);
    }

    @Override
    public Optional<Extent> extent() {
        Extent box = Checks.box(originMm, originMm.plus(rightMm));
        return Optional.of(box.and(Checks.box(originMm.plus(downMm), originMm.plus(rightMm).plus(downMm))));
    }
}

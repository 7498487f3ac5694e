package org.glomera.render.scene;

import java.util.Objects;
import java.util.Optional;

import org.glomera.render.slice.Extent;

/**
 * A surface, lit from the camera.
 *
 * @param id what it is called in a {@link Pick}, unique within a pane
 * @param title what it is called in a legend
 * @param mesh the triangles; hand over the same mesh again, not a copy: renderers keep what they made of it
 * @param rgb its colour as 0xRRGGBB; also that of vertices whose value is NaN
 * @param opacity from 0 (not to be seen) to 1 (solid)
 * @param colouring values to show as colours on it, if any
 */
public record SurfaceItem(String id, String title, Mesh mesh, int rgb, double opacity, Optional<Colouring> colouring)
        implements SceneItem {

    /** Refuses an opacity beyond 0 to 1, and a colouring without one value a vertex. */
    public SurfaceItem {
        Checks.id(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(mesh);
        Checks.opacity(opacity);
        if (colouring.isPresent() && colouring.get().values().length != mesh.pointCount()) {
            throw new IllegalArgumentException("The mesh has " + mesh.pointCount() + " vertices, the colouring "
                    + colouring.get().values().length + " values.");
        }
    }

    @Override
    public Optional<Extent> extent() {
        return Optional.of(mesh.extent());
    }
}

package org.glomera.render.surface;

import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.render.scene.Mesh;

/**
 * The closed surface of one kidney; more than one shell where the mask has several parts.
 *
 * @param side the kidney
 * @param mesh its surface
 * @param fidelity how well the surface stands for the voxels
 */
public record KidneySurface(Side side, Mesh mesh, Fidelity fidelity) {

    /** Refuses missing parts. */
    public KidneySurface {
        Objects.requireNonNull(side);
        Objects.requireNonNull(mesh);
        Objects.requireNonNull(fidelity);
    }
}

package org.glomera.ui.scene;

import java.util.Objects;
import java.util.Optional;

import org.glomera.core.Side;
import org.glomera.pipeline.viewing.Delineation;
import org.glomera.render.surface.KidneySurface;

/**
 * One kidney of one delineation, as it may be drawn.
 *
 * @param delineation whose kidney it is
 * @param side which kidney
 * @param surface its surface; empty when the delineation has no voxel of it
 */
record SceneSurface(Delineation delineation, Side side, Optional<KidneySurface> surface) {

    SceneSurface {
        Objects.requireNonNull(delineation);
        Objects.requireNonNull(side);
        Objects.requireNonNull(surface);
    }

    /** What stays the same about it from case to case, such as {@code run/network1/right}. */
    String id() {
        return id(delineation.id(), side);
    }

    static String id(String delineation, Side side) {
        return delineation + "/" + side.word();
    }

    /** Its volume in millilitres by the voxels of the mask; 0 when there are none. */
    double volumeMl() {
        return surface.map(each -> each.fidelity().maskMl()).orElse(0.0);
    }

    /** What it is called in a sentence: {@code Network 1, right kidney}. */
    String title() {
        return delineation.title() + ", " + side.word() + " kidney";
    }

    /** Whether a person drew it. */
    boolean isManual() {
        return isManual(delineation);
    }

    static boolean isManual(Delineation delineation) {
        return delineation.isManual();
    }
}

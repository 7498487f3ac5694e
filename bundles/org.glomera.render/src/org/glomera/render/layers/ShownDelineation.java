package org.glomera.render.layers;

import java.util.Objects;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;

/**
 * A delineation that is drawn.
 *
 * @param id what stays the same from case to case, such as {@code kidneys_ct} or {@code run/hybrid}
 * @param title what it is called
 * @param rgb its colour as 0xRRGGBB
 * @param labels its voxels
 * @param kidneys which kidneys of it are drawn
 */
public record ShownDelineation(String id, String title, int rgb, LabelMap labels, Kidneys kidneys) {

    /** Refuses missing parts. */
    public ShownDelineation {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(labels);
        Objects.requireNonNull(kidneys);
    }

    /** The same delineation with other kidneys drawn. */
    public ShownDelineation withKidneys(Kidneys newKidneys) {
        return new ShownDelineation(id, title, rgb, labels, newKidneys);
    }
}

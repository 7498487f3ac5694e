package org.glomera.phantom.anatomy;

import java.util.Objects;

/**
 * A region with its tissue; where regions overlap, the later layer counts.
 *
 * @param region where
 * @param tissue what
 * @param part with which part of the body it moves
 */
public record Layer(Region region, Tissue tissue, Part part) {

    /** Refuses missing parts. */
    public Layer {
        Objects.requireNonNull(region);
        Objects.requireNonNull(tissue);
        Objects.requireNonNull(part);
    }
}

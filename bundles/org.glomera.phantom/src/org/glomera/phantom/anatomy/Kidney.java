package org.glomera.phantom.anatomy;

import java.util.List;
import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/**
 * One kidney of a phantom.
 *
 * @param side whose
 * @param region its true region, with cysts, without the fat of the hilum
 * @param tissue what it is filled with
 * @param hilum where vessels enter, in body coordinates
 * @param volumeMl true volume in millilitres
 * @param centroid true centroid in body coordinates
 * @param meanBqPerMl true mean activity concentration of the region
 * @param source {@code drawn} or the name of the label map that the shape comes from
 * @param remarks what a reader of results would want to know
 */
public record Kidney(Side side, Region region, Tissue tissue, Vector3 hilum, double volumeMl, Vector3 centroid,
        double meanBqPerMl, String source, List<String> remarks) {

    /** Keeps its own copy of the remarks. */
    public Kidney {
        Objects.requireNonNull(region);
        Objects.requireNonNull(tissue);
        remarks = List.copyOf(remarks);
    }

    /** The part of the body that this kidney is. */
    public Part part() {
        return side == Side.RIGHT ? Part.RIGHT_KIDNEY : Part.LEFT_KIDNEY;
    }
}

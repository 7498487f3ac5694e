package org.glomera.phantom;

import org.glomera.core.Side;
import org.glomera.core.geometry.Vector3;

/**
 * What is true of one kidney: the region inside its capsule with cortex, medulla, pelvis and cysts, without the fat of
 * the hilum.
 *
 * @param side whose kidney
 * @param volumeMl volume of the region, measured by counting points 1 mm apart
 * @param activityConcentrationBqPerMl true mean activity concentration of the region; NaN without a SPECT
 * @param centroidCtMm centroid of the region when the CT was taken, in patient coordinates
 * @param shiftMm how far the kidney lay from there when the SPECT was taken; zero without movement
 * @param source {@code drawn}, or the name of the label map that the shape comes from
 */
public record KidneyTruth(Side side, double volumeMl, double activityConcentrationBqPerMl, Vector3 centroidCtMm,
        Vector3 shiftMm, String source) {
}

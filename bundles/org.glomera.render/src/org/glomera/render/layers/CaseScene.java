package org.glomera.render.layers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.glomera.core.volume.Volume;

/**
 * What layers draw from: the part of a case that one pane shows.
 *
 * @param caseId identifier of the case
 * @param delineations the delineations that are shown, in the order of the legend
 * @param reference the delineation that distances are measured to, shown or not; empty: no distances
 * @param ct the CT in Hounsfield units, if the case has one
 * @param spect the SPECT in Bq/ml, if the case has one
 * @param surfaces makes and keeps surfaces; panes and pictures of one case share it
 */
public record CaseScene(String caseId, List<ShownDelineation> delineations, Optional<ShownDelineation> reference,
        Optional<Volume> ct, Optional<Volume> spect, Surfaces surfaces) {

    /** Copies the list; refuses missing parts. */
    public CaseScene {
        Objects.requireNonNull(caseId);
        delineations = List.copyOf(delineations);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(ct);
        Objects.requireNonNull(spect);
        Objects.requireNonNull(surfaces);
    }

    /** The same case with other delineations shown, for another pane. */
    public CaseScene withDelineations(List<ShownDelineation> shown) {
        return new CaseScene(caseId, shown, reference, ct, spect, surfaces);
    }
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Asks for the kidneys of cases of a study by a network or an ensemble, outside of any experiment. They are written to
 * {@code segmented/ID/NAME.nii.gz} of the study, with {@code NAME.json} beside them.
 *
 * @param studyFolder the study
 * @param caseIds the cases
 * @param models folders of networks; several are an ensemble
 * @param windowing how the images are shown to the networks
 * @param name what the result is called; one of the same name is replaced
 * @param withProbability whether the probability is written too, and the disagreement of an ensemble
 */
public record SegmentCasesRequest(Path studyFolder, List<String> caseIds, List<Path> models,
        SegmentRequest.Windowing windowing, String name, boolean withProbability) {

    /** Refuses no case and no network. */
    public SegmentCasesRequest {
        Objects.requireNonNull(studyFolder);
        caseIds = List.copyOf(caseIds);
        models = List.copyOf(models);
        Objects.requireNonNull(windowing);
        Objects.requireNonNull(name);
        if (caseIds.isEmpty() || models.isEmpty()) {
            throw new IllegalArgumentException("A case is segmented by a network; one of them is missing.");
        }
    }
}

package org.glomera.pipeline.evaluating;

import java.util.List;
import java.util.Objects;

/**
 * How a case was segmented, {@code runs/NAME/segmentations/ID.json}; written after the label map.
 *
 * @param fingerprint SHA-256 of weights and inputs: the same one means that the label map still holds
 * @param removedComponents pieces of the network's answer that belong to no kidney
 * @param removedMl their volume together
 * @param caveats what to know before trusting the sides, a sentence each
 */
record CaseSegmentation(String fingerprint, int removedComponents, double removedMl, List<String> caveats) {

    CaseSegmentation {
        Objects.requireNonNull(fingerprint);
        caveats = List.copyOf(caveats);
    }
}

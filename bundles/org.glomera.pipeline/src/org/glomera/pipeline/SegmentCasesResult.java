package org.glomera.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cases that were segmented.
 *
 * @param segmented what was found, by case
 * @param refused why a case could not be segmented, as a sentence, by case
 */
public record SegmentCasesResult(Map<String, SegmentResult> segmented, Map<String, String> refused) {

    /** Copies the maps and keeps their order. */
    public SegmentCasesResult {
        segmented = Collections.unmodifiableMap(new LinkedHashMap<>(segmented));
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.glomera.core.Side;

/**
 * The kidneys of one image.
 *
 * @param labelMap the file that was written
 * @param grid which grid it lies on: {@code spect} or {@code ct}
 * @param volumeMl volume of each kidney; 0 when it was not found
 * @param meanActivityBqPerMl mean activity concentration of each kidney that was found; empty without a SPECT
 * @param removedComponents pieces of the network's answer that are not a kidney's largest piece
 * @param removedMl their volume together
 * @param caveats what a user should know before trusting the result, as sentences
 */
public record SegmentResult(Path labelMap, String grid, Map<Side, Double> volumeMl,
        Map<Side, Double> meanActivityBqPerMl, int removedComponents, double removedMl, List<String> caveats) {

    /** Copies maps and list. */
    public SegmentResult {
        volumeMl = Map.copyOf(volumeMl);
        meanActivityBqPerMl = Map.copyOf(meanActivityBqPerMl);
        caveats = List.copyOf(caveats);
    }
}

package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.glomera.core.Side;

/**
 * A delineation that was written.
 *
 * @param file the file
 * @param image the image that it belongs to, in words
 * @param volumeMl volume of each kidney; 0 when there is none
 * @param remarks what a user should know, as sentences
 */
public record DelineationResult(Path file, String image, Map<Side, Double> volumeMl, List<String> remarks) {

    /** Copies map and list. */
    public DelineationResult {
        Objects.requireNonNull(file);
        Objects.requireNonNull(image);
        volumeMl = Map.copyOf(volumeMl);
        remarks = List.copyOf(remarks);
    }
}

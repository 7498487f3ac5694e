package org.glomera.image;

import java.util.List;

import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/**
 * What a file holds, in the order of the file; at least one of the first two lists has an entry.
 *
 * @param volumes images
 * @param labelMaps delineations
 * @param remarks sentences for the user about what was taken for granted because the file does not say it, or was not
 *        plainly as stored; empty when there is nothing to say; without a patient's name or identifier
 */
public record ImageContent(List<Volume> volumes, List<LabelMap> labelMaps, List<String> remarks) {

    /** Copies the lists and refuses a file's content without any image. */
    public ImageContent {
        volumes = List.copyOf(volumes);
        labelMaps = List.copyOf(labelMaps);
        remarks = List.copyOf(remarks);
        if (volumes.isEmpty() && labelMaps.isEmpty()) {
            throw new IllegalArgumentException("A file's content has at least one volume or label map.");
        }
    }

    /** A content about which nothing is to be said. */
    public ImageContent(List<Volume> volumes, List<LabelMap> labelMaps) {
        this(volumes, labelMaps, List.of());
    }
}

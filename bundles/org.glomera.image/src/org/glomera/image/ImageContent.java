package org.glomera.image;

import java.util.List;

import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/**
 * What a file holds, in the order of the file; at least one of the lists has an entry.
 *
 * @param volumes images
 * @param labelMaps delineations
 */
public record ImageContent(List<Volume> volumes, List<LabelMap> labelMaps) {

    /** Copies the lists and refuses a file's content without any image. */
    public ImageContent {
        volumes = List.copyOf(volumes);
        labelMaps = List.copyOf(labelMaps);
        if (volumes.isEmpty() && labelMaps.isEmpty()) {
            throw new IllegalArgumentException("A file's content has at least one volume or label map.");
        }
    }
}

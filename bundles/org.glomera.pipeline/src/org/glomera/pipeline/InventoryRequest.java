package org.glomera.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Asks what folders hold. Nothing is written.
 *
 * @param folders at least one; searched with their subfolders
 * @param rules how images and delineations are understood
 */
public record InventoryRequest(List<Path> folders, ImportRules rules) {

    /** Refuses missing parts. */
    public InventoryRequest {
        folders = List.copyOf(folders);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("An inventory is of at least one folder.");
        }
        Objects.requireNonNull(rules);
    }
}

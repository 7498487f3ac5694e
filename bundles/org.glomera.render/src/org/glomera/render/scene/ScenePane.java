package org.glomera.render.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.glomera.render.slice.Extent;

/**
 * What one of the pictures side by side shows.
 *
 * @param items what is drawn; their ids differ
 */
public record ScenePane(List<SceneItem> items) {

    /** Refuses two items with one id. */
    public ScenePane {
        items = List.copyOf(items);
        Set<String> ids = new HashSet<>();
        for (SceneItem item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("Two items of a pane are called '" + item.id() + "'.");
            }
        }
    }

    /** The box around all items; empty when there is nothing to see. */
    public Optional<Extent> extent() {
        return items.stream().flatMap(item -> item.extent().stream()).reduce(Extent::and);
    }
}

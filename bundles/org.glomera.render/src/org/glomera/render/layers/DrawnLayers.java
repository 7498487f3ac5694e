package org.glomera.render.layers;

import java.util.List;

import org.glomera.render.scene.SceneItem;

/**
 * What the layers gave for a case.
 *
 * @param items what is drawn, in the order of the layers
 * @param problems a sentence for the user for each layer that could not be drawn
 */
public record DrawnLayers(List<SceneItem> items, List<String> problems) {

    /** Copies the lists. */
    public DrawnLayers {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }
}

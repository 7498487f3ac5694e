package org.glomera.ui.properties;

import java.util.Map;
import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;

/**
 * What a look into an image file told. One of two kinds.
 */
sealed interface ImageFacts {

    /**
     * An image that could be read.
     *
     * @param grid where its voxels lie
     * @param volumeMl volume of each kidney in millilitres; empty for an image that is no delineation
     */
    record Readable(Grid grid, Map<Side, Double> volumeMl) implements ImageFacts {

        /** Copies the map. */
        public Readable {
            Objects.requireNonNull(grid);
            volumeMl = Map.copyOf(volumeMl);
        }
    }

    /**
     * An image that could not be read.
     *
     * @param message what is wrong, as a sentence
     */
    record Unreadable(String message) implements ImageFacts {

        /** Refuses a missing sentence. */
        public Unreadable {
            Objects.requireNonNull(message);
        }
    }
}

package org.glomera.ui.model;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;

/**
 * What a look into an image file told. One of two kinds.
 */
public sealed interface ImageFacts {

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

        /** Number of voxels along each index. */
        public String size() {
            return grid.nx() + " \u00d7 " + grid.ny() + " \u00d7 " + grid.nz();
        }

        /** Distance of voxels along each index in millimetres. */
        public String spacing() {
            return String.format(Locale.ROOT, "%.2f \u00d7 %.2f \u00d7 %.2f", grid.spacingMm().x(),
                    grid.spacingMm().y(), grid.spacingMm().z());
        }

        /** Volume of a kidney in millilitres; NaN where there is none. */
        public double ml(Side side) {
            double ml = volumeMl.getOrDefault(side, Double.NaN);
            return ml > 0 ? ml : Double.NaN;
        }

        private String volume(Side side) {
            return side.word() + " " + (Double.isNaN(ml(side)) ? "none" : Math.round(ml(side)) + "\u00a0ml");
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

    /** The facts in few words, for instance {@code 512 × 512 × 90, 0.98 × 0.98 × 3.00 mm}, or what is wrong. */
    default String inWords() {
        if (this instanceof Unreadable unreadable) {
            return unreadable.message();
        }
        Readable readable = (Readable) this;
        return readable.volumeMl().isEmpty() ? readable.size() + ", " + readable.spacing() + " mm"
                : readable.volume(Side.RIGHT) + ", " + readable.volume(Side.LEFT);
    }
}

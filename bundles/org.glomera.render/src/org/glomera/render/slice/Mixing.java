package org.glomera.render.slice;

/** How the two images of a scene share the picture. A scene with one image shows that one whatever this says. */
public sealed interface Mixing {

    /** The lower image alone. */
    record Lower() implements Mixing {
    }

    /** The upper image alone. */
    record Upper() implements Mixing {
    }

    /**
     * The upper image over the lower one. Its opacity rises with the place in its colour map, from 0 at the lowest
     * colour to {@code opacity} at a quarter of the map and above, so that what has no activity does not darken the
     * anatomy below; where it has no value it is transparent.
     *
     * @param opacity from 0 (lower image alone) to 1 (upper image alone where it is high)
     */
    record Fused(double opacity) implements Mixing {

        /** Refuses an opacity outside 0 to 1. */
        public Fused {
            if (!(opacity >= 0 && opacity <= 1)) {
                throw new IllegalArgumentException("opacity " + opacity + " is not between 0 and 1");
            }
        }
    }

    /**
     * The lower image on the left of a vertical line and the upper one on its right, so that edges that should meet
     * there can be compared.
     *
     * @param fraction where the line is, from 0 (left edge of the picture) to 1 (right edge)
     */
    record Curtain(double fraction) implements Mixing {

        /** Refuses a place outside the picture. */
        public Curtain {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("fraction " + fraction + " is not between 0 and 1");
            }
        }

        /** The first pixel that shows the upper image, from 0 to the width. */
        public int firstUpperPx(int widthPx) {
            return (int) Math.round(fraction * widthPx);
        }
    }
}

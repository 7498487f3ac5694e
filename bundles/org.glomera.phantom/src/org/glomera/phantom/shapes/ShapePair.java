package org.glomera.phantom.shapes;

import java.util.Objects;

import org.glomera.core.Side;
import org.glomera.phantom.anatomy.KidneyShape;

/**
 * The two kidneys of one label map.
 *
 * @param right the right kidney
 * @param left the left kidney
 * @param rightMl volume of the right kidney in the label map, in millilitres
 * @param leftMl volume of the left kidney in the label map
 */
public record ShapePair(KidneyShape right, KidneyShape left, double rightMl, double leftMl) {

    /** Refuses missing parts. */
    public ShapePair {
        Objects.requireNonNull(right);
        Objects.requireNonNull(left);
    }

    /** The kidney of a side. */
    public KidneyShape shape(Side side) {
        return side == Side.RIGHT ? right : left;
    }
}

package org.glomera.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A drawn chart: its picture, and what stands where in it. Two drawings are equal when they share their pixels; compare
 * the arrays to compare pictures.
 *
 * @param widthPx picture pixels a row
 * @param heightPx rows of picture pixels
 * @param argb one colour a picture pixel as 0xAARRGGBB, row by row from the top left; not copied, not to be changed
 * @param hits places that stand for something, in layout pixels whatever the scale of the picture, in the order in
 *            which they were drawn
 */
public record Drawing(int widthPx, int heightPx, int[] argb, List<Hit> hits) {

    /** How far beside a place a pointer may be and still hit it, in layout pixels. */
    private static final double SLACK = 6;

    /** Refuses a number of pixels that is not width times height. */
    public Drawing {
        if (argb.length != (long) widthPx * heightPx) {
            throw new IllegalArgumentException(argb.length + " pixels are no drawing of " + widthPx + " x " + heightPx
                    + ".");
        }
        hits = List.copyOf(hits);
    }

    /**
     * What a pointer hits: the nearest place that reaches to within a few pixels of it; what has a key comes before
     * what has none, and of equally near places the one drawn last.
     *
     * @param x from the left edge, in layout pixels
     * @param y from the top edge, in layout pixels
     */
    public Optional<Hit> nearest(double x, double y) {
        Comparator<Hit> better = Comparator.<Hit, Boolean>comparing(hit -> hit.key().isEmpty())
                .thenComparingDouble(hit -> hit.distance(x, y));
        return hits.stream().filter(hit -> hit.distance(x, y) <= hit.radius() + SLACK)
                .reduce((earlier, later) -> better.compare(later, earlier) <= 0 ? later : earlier);
    }
}

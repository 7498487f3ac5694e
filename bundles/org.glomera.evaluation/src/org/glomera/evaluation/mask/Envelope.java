package org.glomera.evaluation.mask;

/**
 * The lower envelope of parabolas {@code height + (spacing (p - vertex))²} over the places p = 0, 1, 2 and so on.
 * Parabolas are added in ascending order of their vertices. Used again for each line; not for several threads.
 */
final class Envelope {

    private final double squareMm;
    /** Half the reciprocal of the squared spacing times the distance of two vertices. */
    private final double[] factor;
    private final int[] vertex;
    private final double[] height;
    /** Height at place 0 of the parabola without its mixed term: two of them meet where their difference says. */
    private final double[] base;
    private final double[] from;
    private int size;

    Envelope(int places, double spacingMm) {
        squareMm = spacingMm * spacingMm;
        vertex = new int[places];
        height = new double[places];
        base = new double[places];
        from = new double[places];
        factor = new double[places];
        for (int i = 1; i < places; i++) {
            factor[i] = 0.5 / (squareMm * i);
        }
    }

    void clear() {
        size = 0;
    }

    void add(int place, double heightMm2) {
        double baseMm2 = heightMm2 + squareMm * place * place;
        double meet = Double.NEGATIVE_INFINITY;
        while (size > 0) {
            meet = (baseMm2 - base[size - 1]) * factor[place - vertex[size - 1]];
            if (meet > from[size - 1]) {
                break;
            }
            size--;
        }
        vertex[size] = place;
        height[size] = heightMm2;
        base[size] = baseMm2;
        from[size] = size == 0 ? Double.NEGATIVE_INFINITY : meet;
        size++;
    }

    /** Writes the envelope at the places 0 to count - 1; at least one parabola was added. */
    void fill(double[] out, int start, int stride, int count) {
        int at = start;
        int place = 0;
        for (int i = 0; i < size; i++) {
            double end = i + 1 < size ? from[i + 1] : count;
            double top = height[i];
            int centre = vertex[i];
            for (; place < count && place <= end; place++, at += stride) {
                double away = place - centre;
                out[at] = squareMm * away * away + top;
            }
        }
    }
}

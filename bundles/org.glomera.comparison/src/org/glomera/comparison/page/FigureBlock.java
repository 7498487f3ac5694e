package org.glomera.comparison.page;

import java.util.Objects;

import org.glomera.chart.Chart;

/**
 * A figure.
 *
 * @param id short and safe in a file name, and the only one of its page
 * @param title what stands above it; may be empty
 * @param caption what must be known to read it; may be empty
 * @param chart what is drawn
 * @param width the width it was laid out for, in layout pixels
 * @param height the height it was laid out for, in layout pixels
 */
public record FigureBlock(String id, String title, String caption, Chart chart, int width, int height)
        implements Block {

    /** Refuses missing parts. */
    public FigureBlock {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        caption = Words.unbroken(caption);
        Objects.requireNonNull(chart);
    }
}

package org.glomera.chart;

/** A figure that {@link Charts} can draw. */
public sealed interface Chart permits LineChart, BoxChart, ScatterChart {

    /** What stands above the figure; empty when its caption stands elsewhere. */
    String title();
}

package org.glomera.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a line of many points. Of the points that follow each other in one column of pixels it keeps the first,
 * the highest, the lowest and the last, in their order, so that the line looks the same and no extreme is lost (the M4
 * aggregation of Jugel et al., PVLDB 7, 2014).
 */
final class Columns {

    private final Path2D path = new Path2D.Double();
    private final List<double[]> lone = new ArrayList<>();
    private final double columnWidth;
    private final double[][] kept = new double[4][];
    private long column;
    private boolean open;
    private int ofStretch;
    private double[] newest;

    /** Begins a line; a column is so many layout pixels wide: one picture pixel. */
    Columns(double columnWidth) {
        this.columnWidth = columnWidth;
    }

    /** Goes on to a point; in pixels. */
    void add(double x, double y) {
        double[] point = {x, y, ofStretch++};
        long here = (long) Math.floor(x / columnWidth);
        if (!open || here != column) {
            flush();
            column = here;
            open = true;
            kept[0] = point;
            kept[1] = point;
            kept[2] = point;
        } else {
            kept[1] = y < kept[1][1] ? point : kept[1];
            kept[2] = y > kept[2][1] ? point : kept[2];
        }
        kept[3] = point;
        newest = point;
    }

    /** Ends the line here; what comes next begins anew. */
    void end() {
        flush();
        if (ofStretch == 1) {
            lone.add(newest);
        }
        ofStretch = 0;
    }

    private void flush() {
        if (!open) {
            return;
        }
        boolean highestFirst = kept[1][2] <= kept[2][2];
        double[] before = null;
        for (double[] point : new double[][] {kept[0], kept[highestFirst ? 1 : 2], kept[highestFirst ? 2 : 1],
            kept[3]}) {
            if (point != before) {
                append(point);
            }
            before = point;
        }
        open = false;
    }

    private void append(double[] point) {
        if (point[2] == 0) {
            path.moveTo(point[0], point[1]);
        } else {
            path.lineTo(point[0], point[1]);
        }
    }

    /** The path so far. */
    Path2D path() {
        end();
        return path;
    }

    /** Points with a gap on both sides, of which a path shows nothing. */
    List<double[]> lone() {
        return lone;
    }
}

package org.glomera.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/** Draws marks of the horizontal axis: their bands and lines, and their words above the data area. */
final class PlaceLayer {

    private static final Font FONT = FigureStyle.SMALL;
    private static final double LINE_HEIGHT = 13;
    private static final double BETWEEN = 8;
    private static final int MOST_ROWS = 2;
    private static final int BAND_ALPHA = 36;

    private final List<Mark> marks;

    PlaceLayer(List<Mark> marks) {
        this.marks = marks;
    }

    private int rows() {
        return (int) Math.min(MOST_ROWS, marks.stream().map(Mark::label).filter(label -> !label.isBlank()).distinct()
                .count());
    }

    /** What the words need above the data area. */
    double margin() {
        return rows() * LINE_HEIGHT;
    }

    /** Bands and lines, behind the data. */
    void drawLines(Canvas canvas) {
        Rectangle2D area = canvas.area();
        canvas.clipped(() -> {
            for (Mark mark : marks) {
                if (mark.hasBand()) {
                    double left = canvas.x(mark.lower());
                    canvas.graphics().setPaint(canvas.translucent(mark.rgb(), BAND_ALPHA));
                    canvas.graphics().fill(new Rectangle2D.Double(left, area.getY(), canvas.x(mark.upper()) - left,
                            area.getHeight()));
                }
                double x = canvas.x(mark.value());
                canvas.graphics().setPaint(canvas.colour(mark.rgb()));
                canvas.graphics().setStroke(FigureStyle.THIN_DASHED);
                canvas.graphics().draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
            }
        });
    }

    /**
     * Words, beside the data. A word that would meet another stands in a second row; where that is full too, or where
     * the same word stands already, it is left out, and a pointer at the mark is told.
     */
    void drawWords(Canvas canvas) {
        double[] ends = new double[rows()];
        String[] last = new String[rows()];
        List<Mark> shown = marks.stream()
                .filter(mark -> !mark.label().isBlank() && canvas.xRange().contains(mark.value()))
                .sorted(Comparator.comparingDouble(Mark::value)).toList();
        for (Mark mark : shown) {
            String text = Texts.shorten(FONT, mark.label(), canvas.area().getWidth());
            double width = Texts.width(FONT, text);
            double x = canvas.x(mark.value());
            double left = Math.max(canvas.area().getMinX() - BETWEEN,
                    Math.min(canvas.figure().getMaxX() - BETWEEN - width, x - width / 2));
            canvas.hits().add(x, canvas.area().getMinY(), BETWEEN / 2, "", mark::label);
            for (int row = 0; row < ends.length; row++) {
                if (left >= ends[row]) {
                    canvas.graphics().setFont(FONT);
                    canvas.graphics().setPaint(mark.rgb() == Mark.NEUTRAL ? canvas.scheme().axisColour()
                            : canvas.colour(mark.rgb()));
                    canvas.graphics().drawString(text, (float) left,
                            (float) (canvas.area().getMinY() - 4 - row * LINE_HEIGHT));
                    ends[row] = left + width + BETWEEN;
                    last[row] = mark.label();
                    break;
                }
                if (mark.label().equals(last[row])) {
                    break;
                }
            }
        }
    }
}

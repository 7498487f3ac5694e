package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.glomera.chart.BoxChart.Box;
import org.glomera.chart.BoxChart.Series;

/**
 * Draws boxes as in print: a light fill under a thin coloured outline, a strong median, short whisker ends, the series'
 * symbol at the mean, and every point that was given. Highlighted points of one key are joined within their group.
 */
final class BoxLayer implements Canvas.Layer {

    private static final Stroke OUTLINE = new BasicStroke(1.1f);
    private static final Stroke MEDIAN = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final Stroke OUTLIER = new BasicStroke(1.3f);
    private static final int FILL_ALPHA = 60;
    private static final int JOIN_ALPHA = 170;
    private static final double WHISKER_END_SHARE = 0.4;
    private static final double OUTLIER_GROWTH = 1.3;
    private static final double FOOT_RADIUS = 3.4;
    private static final double FOOT_MARGIN = 10;
    private static final int USUAL_MARGIN = 4;
    /** From this many points on, they are drawn translucent and without an edge. */
    private static final int MANY = 1500;

    /** A point where it was drawn. */
    private record Placed(String key, double x, double y, int group, int rgb, boolean outlier) {
    }

    private final BoxChart chart;
    private final boolean many;

    BoxLayer(BoxChart chart) {
        this.chart = chart;
        many = chart.series().stream().flatMap(series -> series.boxes().values().stream())
                .mapToInt(box -> box.points().size()).sum() >= MANY;
    }

    /** Room between the axis and the groups' names: several series have their symbols there. */
    static double marginBelow(BoxChart chart) {
        return chart.series().size() > 1 ? USUAL_MARGIN + FOOT_MARGIN + 2 : USUAL_MARGIN;
    }

    @Override
    public void draw(Canvas canvas) {
        BoxPlaces places = new BoxPlaces(chart, canvas.area());
        drawSeparators(canvas, places);
        List<Placed> highlighted = new ArrayList<>();
        for (int group = 0; group < chart.groups().size(); group++) {
            for (int place = 0; place < chart.series().size(); place++) {
                Series series = chart.series().get(place);
                Box box = series.boxes().get(chart.groups().get(group));
                if (chart.series().size() > 1) {
                    Symbols.draw(canvas.graphics(), canvas.scheme(), series.marker(), places.boxCentre(group, place),
                            canvas.area().getMaxY() + FOOT_MARGIN, places.footRadius(FOOT_RADIUS));
                }
                if (box == null) {
                    drawNone(canvas, places, series, group, place);
                } else {
                    drawBox(canvas, places, series, box, group, place);
                    drawPoints(canvas, places, series, box, group, place, highlighted);
                }
            }
        }
        drawHighlighted(canvas, places, highlighted);
    }

    private void drawSeparators(Canvas canvas, BoxPlaces places) {
        canvas.graphics().setPaint(canvas.scheme().gridColour());
        canvas.graphics().setStroke(FigureStyle.THIN);
        for (int group = 1; group < chart.groups().size(); group++) {
            double x = places.groupStart(group);
            canvas.graphics().draw(new Line2D.Double(x, canvas.area().getY(), x, canvas.area().getMaxY()));
        }
    }

    private void drawNone(Canvas canvas, BoxPlaces places, Series series, int group, int place) {
        double x = places.boxCentre(group, place);
        double y = canvas.area().getMaxY() - 8;
        canvas.graphics().setPaint(canvas.colour(series.rgb()));
        canvas.graphics().setStroke(OUTLIER);
        canvas.graphics().draw(new Line2D.Double(x - 3, y, x + 3, y));
        canvas.hits().add(x, y, 4, "", () -> name(series, group) + "\nno values");
    }

    private String name(Series series, int group) {
        String of = chart.groups().get(group);
        if (of.isBlank() || series.name().isBlank()) {
            return series.name() + of;
        }
        return series.name() + ", " + of;
    }

    private void drawBox(Canvas canvas, BoxPlaces places, Series series, Box box, int group, int place) {
        double centre = places.boxCentre(group, place);
        double width = places.boxWidth();
        double top = canvas.y(box.upperQuartile());
        double median = canvas.y(box.median());
        canvas.clipped(() -> {
            Graphics2D graphics = canvas.graphics();
            Color colour = canvas.colour(series.rgb());
            drawWhisker(canvas, colour, centre, width, box.lowerQuartile(), box.lowerWhisker());
            drawWhisker(canvas, colour, centre, width, box.upperQuartile(), box.upperWhisker());
            Shape outline = new Rectangle2D.Double(centre - width / 2, top, width,
                    canvas.y(box.lowerQuartile()) - top);
            graphics.setPaint(canvas.translucent(series.rgb(), FILL_ALPHA));
            graphics.fill(outline);
            graphics.setPaint(colour);
            graphics.draw(outline);
            graphics.setStroke(MEDIAN);
            graphics.draw(new Line2D.Double(centre - width / 2, median, centre + width / 2, median));
            if (!Double.isNaN(box.mean())) {
                Symbols.draw(graphics, canvas.scheme(), series.marker(), centre, canvas.y(box.mean()),
                        places.meanRadius());
            }
        });
        double hit = PointLayer.inside(median, canvas.area().getMinY(), canvas.area().getMaxY());
        canvas.hits().add(centre, hit, width / 2, "", () -> text(series, box, group));
    }

    private static void drawWhisker(Canvas canvas, Color colour, double centre, double width, double from, double to) {
        double half = width * WHISKER_END_SHARE / 2;
        double end = canvas.y(to);
        canvas.graphics().setPaint(colour);
        canvas.graphics().setStroke(OUTLINE);
        canvas.graphics().draw(new Line2D.Double(centre, canvas.y(from), centre, end));
        canvas.graphics().draw(new Line2D.Double(centre - half, end, centre + half, end));
    }

    private String text(Series series, Box box, int group) {
        return PointLayer.lines(name(series, group), "Median " + Texts.value(chart.y(), box.median()),
                "Mean " + Texts.value(chart.y(), box.mean()),
                "Quartiles " + Texts.range(chart.y(), box.lowerQuartile(), box.upperQuartile()),
                "Whiskers " + Texts.range(chart.y(), box.lowerWhisker(), box.upperWhisker()));
    }

    private void drawPoints(Canvas canvas, BoxPlaces places, Series series, Box box, int group, int place,
            List<Placed> highlighted) {
        double[] y = box.points().stream().mapToDouble(point -> canvas.y(point.value())).toArray();
        double[] offsets = places.offsets(box, y);
        for (int i = 0; i < y.length; i++) {
            KeyedValue point = box.points().get(i);
            double x = places.pointsCentre(group, place) + offsets[i];
            double shown = PointLayer.inside(y[i], canvas.area().getMinY(), canvas.area().getMaxY());
            boolean outlier = box.isOutlier(point.value());
            if (many && !outlier) {
                Marker disc = new Marker(series.rgb(), Marker.Shape.CIRCLE, true, Marker.Dash.SOLID);
                Symbols.drawFaint(canvas.graphics(), canvas.scheme(), disc, x, shown, places.pointRadius());
            } else {
                drawPoint(canvas, canvas.colour(series.rgb()), x, shown, places.pointRadius(), outlier);
            }
            if (shown != y[i]) {
                PointLayer.arrow(canvas, x, shown, Math.signum(y[i] - shown) * Math.PI / 2,
                        places.pointRadius(), series.rgb());
            }
            canvas.hits().add(x, shown, places.pointRadius(), point.key(), () -> PointLayer.lines(point.key(),
                    name(series, group), Texts.name(chart.y()) + " " + Texts.value(chart.y(), point.value())
                            + (outlier ? ", outlier" : "")));
            if (canvas.isHighlighted(point.key())) {
                highlighted.add(new Placed(point.key(), x, shown, group, series.rgb(), outlier));
            }
        }
    }

    private static void drawPoint(Canvas canvas, Color colour, double x, double y, double radius,
            boolean outlier) {
        double reach = outlier ? radius * OUTLIER_GROWTH : radius;
        Graphics2D graphics = canvas.graphics();
        Ellipse2D disc = new Ellipse2D.Double(x - reach, y - reach, 2 * reach, 2 * reach);
        graphics.setPaint(outlier ? canvas.scheme().groundColour() : colour);
        graphics.fill(disc);
        graphics.setPaint(outlier ? colour : canvas.scheme().groundColour());
        graphics.setStroke(outlier ? OUTLIER : FigureStyle.HAIR);
        graphics.draw(disc);
    }

    private void drawHighlighted(Canvas canvas, BoxPlaces places, List<Placed> highlighted) {
        Map<String, Placed> before = new HashMap<>();
        canvas.graphics().setStroke(FigureStyle.THIN);
        canvas.graphics().setPaint(canvas.scheme().inkTranslucent(JOIN_ALPHA));
        for (Placed point : highlighted) {
            Placed from = before.put(point.key(), point);
            if (from != null && from.group() == point.group()) {
                canvas.graphics().draw(new Line2D.Double(from.x(), from.y(), point.x(), point.y()));
            }
        }
        for (Placed point : highlighted) {
            PointLayer.ring(canvas, point.x(), point.y(), places.pointRadius());
            drawPoint(canvas, canvas.colour(point.rgb()), point.x(), point.y(), places.pointRadius(),
                    point.outlier());
        }
    }
}

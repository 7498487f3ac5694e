package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Weight;

/** Draws bands and lines. */
final class LineLayer implements Canvas.Layer {

    static final float WIDTH = 1.7f;
    private static final float PALE_WIDTH = 0.9f;
    private static final int PALE_ALPHA = 90;
    static final int BAND_ALPHA = 40;
    private static final double DOT_RADIUS = 4.6;
    private static final double SYMBOL_RADIUS = 3.4;
    private static final double LONE_RADIUS = 2.4;
    /** Symbols stand about this many pixels apart; each line begins elsewhere, so that they do not meet. */
    private static final double SYMBOL_DISTANCE = 110;
    private static final double HIT_DISTANCE = 4;
    private static final double HIT_RADIUS = 3;

    private final LineChart chart;
    private final boolean symbols;
    private final List<Marker> markers;

    LineLayer(LineChart chart) {
        this.chart = chart;
        markers = chart.lines().stream().map(Line::marker).distinct().toList();
        symbols = hasSymbols(chart);
    }

    /** Whether the lines have symbols of several kinds, so that symbols tell them apart. */
    static boolean hasSymbols(LineChart chart) {
        return chart.lines().stream().map(line -> List.of(line.marker().shape(), line.marker().filled())).distinct()
                .count() > 1;
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.clipped(() -> {
            chart.bands().forEach(band -> drawBand(canvas, band));
            lines(Weight.PALE).forEach(line -> drawLine(canvas, line));
            lines(Weight.NORMAL).forEach(line -> drawLine(canvas, line));
        });
        for (Line line : lines(Weight.NORMAL)) {
            if (symbols) {
                drawSymbols(canvas, line);
            }
            addHits(canvas, line);
        }
        chart.lines().forEach(line -> line.dots().forEach(dot -> drawDot(canvas, line, dot)));
        chart.lines().forEach(line -> line.points().stream().filter(point -> canvas.isHighlighted(point.key()))
                .forEach(point -> PointLayer.ring(canvas, canvas.x(point.x()), canvas.y(point.y()), SYMBOL_RADIUS)));
    }

    private List<Line> lines(Weight weight) {
        return chart.lines().stream().filter(line -> line.weight() == weight).toList();
    }

    private static void drawBand(Canvas canvas, Band band) {
        List<Band.Edge> stretch = new ArrayList<>();
        for (Band.Edge edge : band.edges()) {
            if (edge.isGap()) {
                fill(canvas, band.rgb(), stretch);
                stretch.clear();
            } else {
                stretch.add(edge);
            }
        }
        fill(canvas, band.rgb(), stretch);
    }

    private static void fill(Canvas canvas, int rgb, List<Band.Edge> edges) {
        if (edges.isEmpty()) {
            return;
        }
        Columns outline = new Columns(canvas.pixel());
        edges.forEach(edge -> outline.add(canvas.x(edge.x()), canvas.y(edge.upper())));
        for (int i = edges.size() - 1; i >= 0; i--) {
            outline.add(canvas.x(edges.get(i).x()), canvas.y(edges.get(i).lower()));
        }
        Path2D path = outline.path();
        path.closePath();
        canvas.graphics().setPaint(canvas.translucent(rgb, BAND_ALPHA));
        canvas.graphics().fill(path);
    }

    private static void drawLine(Canvas canvas, Line line) {
        Graphics2D graphics = canvas.graphics();
        boolean pale = line.weight() == Weight.PALE;
        graphics.setPaint(pale ? canvas.translucent(line.rgb(), PALE_ALPHA) : canvas.colour(line.rgb()));
        graphics.setStroke(stroke(line));
        Columns columns = new Columns(canvas.pixel());
        for (Point point : line.points()) {
            if (Double.isNaN(point.y())) {
                columns.end();
            } else {
                columns.add(canvas.x(point.x()), canvas.y(point.y()));
            }
        }
        graphics.draw(columns.path());
        for (double[] lone : columns.lone()) {
            Symbols.draw(graphics, canvas.scheme(), line.marker(), lone[0], lone[1], LONE_RADIUS);
        }
    }

    static Stroke stroke(Line line) {
        if (line.weight() == Weight.PALE) {
            return new BasicStroke(PALE_WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
        }
        return switch (line.stroke()) {
            case SOLID -> Symbols.stroke(line.marker().dash(), WIDTH);
            case DASHED -> Symbols.shortDashes(WIDTH);
        };
    }

    private void drawSymbols(Canvas canvas, Line line) {
        double offset = (markers.indexOf(line.marker()) + 0.5) / markers.size();
        double distance = Math.min(SYMBOL_DISTANCE, canvas.area().getWidth() / 3);
        double next = canvas.area().getX() + offset * distance;
        for (Point point : line.points()) {
            double x = canvas.x(point.x());
            if (x >= next && !Double.isNaN(point.y())) {
                if (shows(canvas, point) && !isNearDot(canvas, line, x)) {
                    Symbols.draw(canvas.graphics(), canvas.scheme(), line.marker(), x, canvas.y(point.y()),
                            SYMBOL_RADIUS);
                }
                next += distance * (Math.floor((x - next) / distance) + 1);
            }
        }
    }

    private static boolean isNearDot(Canvas canvas, Line line, double x) {
        return line.dots().stream().anyMatch(dot -> Math.abs(canvas.x(dot.x()) - x) < 3 * DOT_RADIUS);
    }

    private static boolean shows(Canvas canvas, Point point) {
        return canvas.xRange().contains(point.x()) && canvas.yRange().contains(point.y());
    }

    private void addHits(Canvas canvas, Line line) {
        if (line.name().isEmpty()) {
            return;
        }
        Map<Double, Double> raw = raw(line);
        double last = Double.NEGATIVE_INFINITY;
        for (Point point : line.points()) {
            double x = canvas.x(point.x());
            boolean wanted = !point.key().isEmpty() || Math.abs(x - last) >= HIT_DISTANCE;
            if (wanted && !Double.isNaN(point.y()) && shows(canvas, point)) {
                canvas.hits().add(x, canvas.y(point.y()), HIT_RADIUS, point.key(),
                        () -> text(line, point, raw.get(point.x())));
                last = x;
            }
        }
    }

    /** The raw values under a smoothed line, by their place: those of the pale line that looks like it. */
    private Map<Double, Double> raw(Line line) {
        Map<Double, Double> raw = new HashMap<>();
        lines(Weight.PALE).stream()
                .filter(pale -> pale.marker().equals(line.marker()) && pale.stroke() == line.stroke()).findFirst()
                .ifPresent(pale -> pale.points().forEach(point -> raw.put(point.x(), point.y())));
        return raw;
    }

    private String text(Line line, Point point, Double raw) {
        String value = Texts.value(chart.y(), point.y());
        return PointLayer.lines(point.key(), line.name(),
                Texts.name(chart.x()) + " " + Texts.value(chart.x(), point.x()), Texts.name(chart.y()) + " "
                        + (raw == null ? value : Texts.value(chart.y(), raw) + ", smoothed " + value));
    }

    private void drawDot(Canvas canvas, Line line, Point dot) {
        if (!Double.isNaN(dot.y()) && shows(canvas, dot)) {
            double x = canvas.x(dot.x());
            double y = canvas.y(dot.y());
            Symbols.draw(canvas.graphics(), canvas.scheme(), line.marker(), x, y, DOT_RADIUS);
            canvas.hits().add(x, y, DOT_RADIUS, dot.key(), () -> text(line, dot, null));
        }
    }
}

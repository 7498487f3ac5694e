package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.glomera.chart.BoxChart.Series;
import org.glomera.chart.LineChart.Line;
import org.glomera.chart.LineChart.Weight;
import org.glomera.chart.ScatterChart.Cloud;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.GridArrangement;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * A figure's legend: below the figure, or to its right when it is wide and its entries are many. Names too long for
 * their place are shortened, and entries that find none are counted in the last one.
 */
final class Legend {

    private static final Font FONT = FigureStyle.SMALL;
    private static final double ENTRY_HEIGHT = 18;
    private static final double AROUND_NAME = 22;
    private static final double RADIUS = 4;
    private static final double HALF_LINE = 13;
    private static final double BELOW_SHARE = 0.26;
    private static final double BESIDE_SHARE = 0.26;
    private static final double ROOM_ABOVE_AND_BELOW = 60;
    private static final int ROWS_BELOW_WHEN_WIDE = 2;
    private static final double WIDE = 640;
    private static final Shape NOTHING = new Rectangle2D.Double();
    private static final Stroke HAIR = FigureStyle.HAIR;

    /** An entry: how the thing looks, and its name. Equal ones are one entry. */
    private record Entry(String name, Marker marker, Stroke stroke, boolean symbol, int bandRgb) {
    }

    private static final int NO_BAND = -1;

    private final Set<Entry> entries = new LinkedHashSet<>();

    static Legend of(LineChart chart) {
        Legend legend = new Legend();
        boolean symbols = LineLayer.hasSymbols(chart);
        for (Line line : chart.lines()) {
            boolean none = line.points().stream().allMatch(point -> Double.isNaN(point.y()));
            legend.add(new Entry(named(line.name(), none), line.marker(), LineLayer.stroke(line),
                    symbols && line.weight() == Weight.NORMAL, NO_BAND), line.name());
        }
        chart.bands().forEach(band -> legend.add(new Entry(band.name(), null, null, false, band.rgb()), band.name()));
        return legend;
    }

    static Legend of(ScatterChart chart) {
        Legend legend = new Legend();
        for (Cloud cloud : chart.clouds()) {
            boolean none = cloud.points().stream().allMatch(point -> Double.isNaN(point.y()));
            legend.add(new Entry(named(cloud.name(), none), cloud.marker(), null, true, NO_BAND), cloud.name());
        }
        if (chart.identity()) {
            Marker line = new Marker(Mark.NEUTRAL, Marker.Shape.CIRCLE, true, Marker.Dash.SOLID);
            legend.add(new Entry("identity", line, FigureStyle.THIN_DASHED, false, NO_BAND), "identity");
        }
        return legend;
    }

    static Legend of(BoxChart chart) {
        Legend legend = new Legend();
        for (Series series : chart.series()) {
            legend.add(new Entry(named(series.name(), series.boxes().isEmpty()), series.marker(), null, true,
                    NO_BAND), series.name());
        }
        return legend;
    }

    private static String named(String name, boolean none) {
        return none ? name + " (no values)" : name;
    }

    private void add(Entry entry, String name) {
        if (!name.isBlank()) {
            entries.add(entry);
        }
    }

    /** Adds the legend to a figure, if it tells anything: one entry alone names what the figure's title names. */
    void addTo(JFreeChart figure, double width, double height) {
        if (entries.size() < 2) {
            return;
        }
        double widest = entries.stream().mapToDouble(entry -> Texts.width(FONT, entry.name())).max().orElse(0)
                + AROUND_NAME + graphicWidth();
        int columns = (int) Math.max(1, Math.min(entries.size(), (width - 30) / widest));
        int rows = (entries.size() + columns - 1) / columns;
        if (width >= WIDE && rows > ROWS_BELOW_WHEN_WIDE) {
            int fitting = (int) ((height - ROOM_ABOVE_AND_BELOW) / ENTRY_HEIGHT);
            List<Entry> shown = shown(fitting, width * BESIDE_SHARE - graphicWidth() - AROUND_NAME);
            add(figure, shown, RectangleEdge.RIGHT, shown.size(), 1);
        } else {
            int mostRows = (int) Math.max(1, height * BELOW_SHARE / ENTRY_HEIGHT);
            List<Entry> shown = shown(mostRows * columns, width - 40 - graphicWidth() - AROUND_NAME);
            int used = Math.min(rows, mostRows);
            add(figure, shown, RectangleEdge.BOTTOM, used, (shown.size() + used - 1) / used);
        }
    }

    private List<Entry> shown(int most, double nameWidth) {
        List<Entry> shown = new ArrayList<>();
        for (Entry entry : entries) {
            if (shown.size() == most - 1 && entries.size() > most) {
                shown.add(new Entry("and " + (entries.size() - shown.size()) + " more", null, null, false, NO_BAND));
                break;
            }
            shown.add(new Entry(Texts.shorten(FONT, entry.name(), nameWidth), entry.marker(), entry.stroke(),
                    entry.symbol(), entry.bandRgb()));
        }
        return shown;
    }

    private double graphicWidth() {
        return entries.stream().anyMatch(entry -> entry.stroke() != null || entry.bandRgb() != NO_BAND)
                ? 2 * HALF_LINE : 2 * RADIUS + 4;
    }

    private void add(JFreeChart figure, List<Entry> shown, RectangleEdge edge, int rows, int columns) {
        LegendItemCollection items = new LegendItemCollection();
        shown.forEach(entry -> items.add(item(entry)));
        LegendItemSource source = () -> items;
        LegendTitle legend = new LegendTitle(source, new GridArrangement(rows, columns),
                new ColumnArrangement(HorizontalAlignment.LEFT, VerticalAlignment.TOP, 0, 0));
        legend.setItemFont(FONT);
        legend.setItemPaint(FigureStyle.INK);
        legend.setPosition(edge);
        legend.setVerticalAlignment(VerticalAlignment.TOP);
        legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 10));
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 3, 2, 2));
        legend.setMargin(new RectangleInsets(edge == RectangleEdge.RIGHT ? 8 : 0, 4, 2, 2));
        figure.addLegend(legend);
    }

    private LegendItem item(Entry entry) {
        if (entry.bandRgb() != NO_BAND) {
            Shape band = new Rectangle2D.Double(-HALF_LINE, -5, 2 * HALF_LINE, 10);
            return new LegendItem(entry.name(), null, null, null, true, band, true,
                    Canvas.translucent(entry.bandRgb(), 2 * LineLayer.BAND_ALPHA), false, Color.WHITE, HAIR, false,
                    NOTHING, HAIR, Color.WHITE);
        }
        if (entry.marker() == null) {
            return new LegendItem(entry.name(), null, null, null, false, NOTHING, false, Color.WHITE, false,
                    Color.WHITE, HAIR, false, NOTHING, HAIR, Color.WHITE);
        }
        Marker marker = entry.marker();
        Color colour = new Color(marker.rgb());
        boolean strokes = Symbols.isStrokesAlone(marker.shape());
        BasicStroke outline = Symbols.outline(RADIUS);
        Shape symbol = Symbols.shape(marker.shape(), marker.filled() || strokes ? RADIUS : RADIUS * 0.92);
        boolean line = entry.stroke() != null;
        return new LegendItem(entry.name(), null, null, null, entry.symbol(), symbol, entry.symbol() && !strokes,
                marker.filled() ? colour : Color.WHITE, entry.symbol() && !marker.filled(), colour, outline, line,
                new Line2D.Double(-HALF_LINE, 0, HALF_LINE, 0), line ? entry.stroke() : HAIR, colour);
    }
}

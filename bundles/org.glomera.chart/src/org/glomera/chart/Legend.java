package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.glomera.chart.LegendEntries.Entry;
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
 * A figure's legend: below the figure, or to its right when it is wide and its entries are many. Where room is scarce
 * it is set smaller, then its names are shortened, and at last entries that find no place are counted.
 */
final class Legend {

    private static final float[] SIZES = {11, 10, 9};
    private static final double AROUND_NAME = 22;
    private static final double ROW_PADDING = 4.5;
    private static final double LINE_SPACING = 1.22;
    private static final double RADIUS = 4;
    private static final double HALF_LINE = 13;
    private static final double AT_SIDES = 30;
    private static final double BELOW_SHARE = 0.27;
    private static final double BESIDE_SHARE = 0.26;
    private static final double ABOVE_AND_BELOW = 60;
    private static final double SHORTEST_NAME = 48;
    private static final int ROWS_BELOW_WHEN_WIDE = 2;
    private static final double WIDE = 640;
    private static final Shape NOTHING = new Rectangle2D.Double();

    private final List<Entry> entries;
    private final double width;
    private final double height;
    private final Scheme scheme;

    private Legend(Set<Entry> entries, double width, double height, Scheme scheme) {
        this.entries = List.copyOf(entries);
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /** Adds a legend to a figure, if it tells anything: one entry alone names what the figure's title names. */
    static void add(JFreeChart figure, Set<Entry> entries, double width, double height, Scheme scheme) {
        if (entries.size() > 1) {
            figure.addLegend(new Legend(entries, width, height, scheme).title());
        }
    }

    private LegendTitle title() {
        Font usual = Charts.font(Font.PLAIN, SIZES[0]);
        if (width >= WIDE && rows(columns(widest(usual))) > ROWS_BELOW_WHEN_WIDE) {
            return beside();
        }
        for (float size : SIZES) {
            Font font = Charts.font(Font.PLAIN, size);
            int columns = columns(widest(font));
            if (rows(columns) <= mostRows(font)) {
                return title(font, entries, rows(columns), columns, RectangleEdge.BOTTOM);
            }
        }
        return shortened(Charts.font(Font.PLAIN, SIZES[SIZES.length - 1]));
    }

    private LegendTitle beside() {
        Font font = Charts.font(Font.PLAIN, SIZES[0]);
        for (float size : SIZES) {
            font = Charts.font(Font.PLAIN, size);
            if (entries.size() * rowHeight(font) <= height - ABOVE_AND_BELOW) {
                break;
            }
        }
        int most = (int) ((height - ABOVE_AND_BELOW) / rowHeight(font));
        List<Entry> shown = shown(font, most, width * BESIDE_SHARE - graphicWidth() - AROUND_NAME);
        return title(font, shown, shown.size(), 1, RectangleEdge.RIGHT);
    }

    /** In as many columns as there are rows too few for, and names as long as these columns allow. */
    private LegendTitle shortened(Font font) {
        int most = mostRows(font);
        int columns = Math.min((entries.size() + most - 1) / most, columns(SHORTEST_NAME));
        double name = (width - AT_SIDES) / columns - graphicWidth() - AROUND_NAME;
        List<Entry> shown = shown(font, most * columns, Math.max(SHORTEST_NAME, name));
        return title(font, shown, (shown.size() + columns - 1) / columns, columns, RectangleEdge.BOTTOM);
    }

    private double widest(Font font) {
        return entries.stream().mapToDouble(entry -> Texts.width(font, entry.name())).max().orElse(0);
    }

    private int columns(double name) {
        double column = name + AROUND_NAME + graphicWidth();
        int fitting = (int) Math.max(1, Math.min(entries.size(), (width - AT_SIDES) / column));
        return (entries.size() + rows(fitting) - 1) / rows(fitting);
    }

    private int rows(int columns) {
        return (entries.size() + columns - 1) / columns;
    }

    private int mostRows(Font font) {
        return (int) Math.max(1, height * BELOW_SHARE / rowHeight(font));
    }

    private static double rowHeight(Font font) {
        return font.getSize2D() * LINE_SPACING + ROW_PADDING;
    }

    private List<Entry> shown(Font font, int most, double nameWidth) {
        List<Entry> shortened = entries.stream()
                .map(entry -> entry.named(Texts.shorten(font, entry.name(), nameWidth))).toList();
        if (shortened.size() <= most) {
            return shortened;
        }
        int kept = Math.max(1, most - 1);
        return Stream.concat(shortened.stream().limit(kept),
                Stream.of(Entry.text("and " + (entries.size() - kept) + " more"))).toList();
    }

    private boolean hasLines() {
        return entries.stream().anyMatch(entry -> entry.stroke() != null || entry.bandRgb() != LegendEntries.NO_BAND);
    }

    private double graphicWidth() {
        return hasLines() ? 2 * HALF_LINE : 2 * RADIUS + 2;
    }

    private LegendTitle title(Font font, List<Entry> shown, int rows, int columns, RectangleEdge edge) {
        LegendItemCollection items = new LegendItemCollection();
        shown.forEach(entry -> items.add(item(entry)));
        LegendItemSource source = () -> items;
        LegendTitle legend = new LegendTitle(source, new GridArrangement(rows, columns),
                new ColumnArrangement(HorizontalAlignment.LEFT, VerticalAlignment.TOP, 0, 0));
        legend.setItemFont(font);
        legend.setItemPaint(scheme.inkColour());
        legend.setPosition(edge);
        legend.setVerticalAlignment(VerticalAlignment.TOP);
        legend.setItemLabelPadding(new RectangleInsets(ROW_PADDING / 2, 3, ROW_PADDING / 2, 10));
        legend.setLegendItemGraphicPadding(new RectangleInsets(1, 3, 1, 2));
        legend.setMargin(new RectangleInsets(edge == RectangleEdge.RIGHT ? 8 : 0, 4, 2, 2));
        return legend;
    }

    private LegendItem item(Entry entry) {
        if (entry.bandRgb() != LegendEntries.NO_BAND) {
            Shape band = new Rectangle2D.Double(-HALF_LINE, -5, 2 * HALF_LINE, 10);
            return new LegendItem(entry.name(), null, null, null, true, band, true,
                    scheme.translucent(entry.bandRgb(), 2 * LineLayer.BAND_ALPHA), false, scheme.groundColour(),
                    FigureStyle.HAIR, false, NOTHING, FigureStyle.HAIR, scheme.groundColour());
        }
        if (entry.marker() == null) {
            return new LegendItem(entry.name(), null, null, null, false, NOTHING, false, scheme.groundColour(), false,
                    scheme.groundColour(), FigureStyle.HAIR, false, NOTHING, FigureStyle.HAIR, scheme.groundColour());
        }
        Marker marker = entry.marker();
        Color colour = scheme.colour(marker.rgb());
        boolean strokes = Symbols.isStrokesAlone(marker.shape());
        BasicStroke outline = Symbols.outline(RADIUS);
        Shape symbol = Symbols.shape(marker.shape(), marker.filled() || strokes ? RADIUS : RADIUS * 0.92);
        boolean line = entry.stroke() != null;
        return new LegendItem(entry.name(), null, null, null, entry.symbol(), symbol, entry.symbol() && !strokes,
                marker.filled() ? colour : scheme.groundColour(), entry.symbol() && !marker.filled(), colour, outline,
                line,                 new Line2D.Double(-HALF_LINE, 0, HALF_LINE, 0), line ? entry.stroke() : FigureStyle.HAIR, colour);
    }
}

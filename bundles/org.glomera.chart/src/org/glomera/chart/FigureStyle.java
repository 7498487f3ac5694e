package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The look that all figures share: white ground, thin grey axes, few light grid lines, one sans-serif font. */
final class FigureStyle {

    static final Color INK = new Color(0x222222);
    static final Color AXIS = new Color(0x666666);
    static final Color GRID = new Color(0xe4e4e4);
    static final Font SMALL = Charts.font(Font.PLAIN, 11);
    static final Font LABEL = Charts.font(Font.PLAIN, 12);
    static final Font HEADING = Charts.font(Font.BOLD, 13);
    static final Stroke THIN = new BasicStroke(0.8f);
    static final Stroke THIN_DASHED = dashed(1f, 4f);

    /** What an axis shows beyond its data on each side, as a share of their range. */
    private static final double MARGIN_SHARE = 0.04;

    private FigureStyle() {
    }

    static Stroke dashed(float width, float dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {dash, dash * 0.7f},
                0);
    }

    static NumberAxis numberAxis(Axis axis) {
        NumberAxis drawn = new NumberAxis(axis.label());
        drawn.setStandardTickUnits(axis.wholeNumbers() ? NumberAxis.createIntegerTickUnits(Locale.ROOT)
                : NumberAxis.createStandardTickUnits(Locale.ROOT));
        drawn.setAutoRangeIncludesZero(false);
        if (!axis.followsData()) {
            drawn.setRange(axis.lower(), axis.upper());
        }
        style(drawn);
        return drawn;
    }

    private static void style(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(AXIS);
        axis.setAxisLineStroke(THIN);
        axis.setTickMarkPaint(AXIS);
        axis.setTickMarkStroke(THIN);
    }

    /** Marks a value of the horizontal axis; the word stands on the side with more room. */
    static void markAcross(XYPlot plot, Mark mark) {
        ValueMarker marker = marker(mark);
        boolean right = mark.value() < plot.getDomainAxis().getRange().getCentralValue();
        marker.setLabelAnchor(right ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.BOTTOM_LEFT);
        marker.setLabelTextAnchor(right ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    /** A mark of the vertical axis, its word above its right end. */
    static ValueMarker levelMarker(Mark mark) {
        ValueMarker marker = marker(mark);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        return marker;
    }

    private static ValueMarker marker(Mark mark) {
        ValueMarker marker = new ValueMarker(mark.value(), AXIS, THIN_DASHED);
        marker.setAlpha(1f);
        marker.setLabel(mark.label().isEmpty() ? null : mark.label());
        marker.setLabelFont(SMALL);
        marker.setLabelPaint(AXIS);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        return marker;
    }

    /** Ends an axis a little beyond what it shows, unless its ends are given; counts do not go below 0. */
    static void fit(ValueAxis drawn, Axis axis, DoubleStream shown) {
        if (axis.followsData()) {
            DoubleSummaryStatistics ends = shown.filter(Double::isFinite).summaryStatistics();
            if (ends.getCount() > 0) {
                double margin = ends.getMax() > ends.getMin() ? MARGIN_SHARE * (ends.getMax() - ends.getMin())
                        : Math.max(Math.abs(ends.getMax()) * MARGIN_SHARE, MARGIN_SHARE);
                double lower = ends.getMin() - margin;
                boolean counts = axis.wholeNumbers() && ends.getMin() >= 0;
                drawn.setRange(counts ? Math.max(0, lower) : lower, ends.getMax() + margin);
            }
        }
    }

    static JFreeChart figure(String title, Plot plot, boolean legend) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(6, 4, 4, 12));
        JFreeChart figure = new JFreeChart(null, HEADING, plot, false);
        figure.setBackgroundPaint(Color.WHITE);
        figure.setPadding(new RectangleInsets(4, 4, 4, 4));
        if (!title.isEmpty()) {
            TextTitle heading = new TextTitle(title, HEADING, INK, RectangleEdge.TOP, HorizontalAlignment.LEFT,
                    TextTitle.DEFAULT_VERTICAL_ALIGNMENT, new RectangleInsets(2, 8, 4, 8));
            figure.setTitle(heading);
        }
        if (legend) {
            LegendTitle entries = new LegendTitle(plot);
            entries.setItemFont(SMALL);
            entries.setItemPaint(INK);
            entries.setPosition(RectangleEdge.BOTTOM);
            entries.setItemLabelPadding(new RectangleInsets(2, 2, 2, 12));
            figure.addLegend(entries);
        }
        return figure;
    }
}

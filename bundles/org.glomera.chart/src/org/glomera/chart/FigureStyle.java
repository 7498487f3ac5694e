package org.glomera.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** The look that all figures share: thin axes, few faint grid lines, one sans-serif font; {@link Scheme} has colours. */
final class FigureStyle {

    static final Font SMALL = Charts.font(Font.PLAIN, 11);
    static final Font LABEL = Charts.font(Font.PLAIN, 12);
    static final Font HEADING = Charts.font(Font.BOLD, 13);
    static final Stroke HAIR = new BasicStroke(0.6f);
    static final Stroke THIN = new BasicStroke(0.8f);
    static final Stroke THIN_DASHED = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f,
            new float[] {4, 2.8f}, 0);

    /** What an axis shows beyond its data on each side, as a share of their range. */
    private static final double MARGIN_SHARE = 0.04;
    /** Ticks stand 1, 2 or 5 times a power of ten apart, between these powers. */
    private static final int SMALLEST_POWER = -15;
    private static final int LARGEST_POWER = 15;
    private static final int[] STEPS = {1, 2, 5};
    private static final char MINUS = '\u2212';
    /** Data whose range is so small a share of their size cannot be told apart by ticks: they count as equal. */
    private static final double EQUAL_SHARE = 1e-9;

    /** From this size on, numbers are counted in a power of ten; and below the other. */
    private static final double LONG = 1e5;
    private static final double SHORT = 1e-2;
    /** Room on each side of a tick's number, so that there are not more ticks than a reader wants. */
    private static final double TICK_ROOM = 9;

    private FigureStyle() {
    }

    /** A horizontal axis. */
    static NumberAxis acrossAxis(Axis axis, Scheme scheme) {
        NumberAxis drawn = numberAxis(axis, scheme);
        drawn.setTickLabelInsets(new RectangleInsets(2, 1.4 * TICK_ROOM, 2, 1.4 * TICK_ROOM));
        return drawn;
    }

    /** A vertical axis. */
    static NumberAxis upAxis(Axis axis, Scheme scheme) {
        NumberAxis drawn = numberAxis(axis, scheme);
        drawn.setTickLabelInsets(new RectangleInsets(TICK_ROOM, 4, TICK_ROOM, 4));
        return drawn;
    }

    private static NumberAxis numberAxis(Axis axis, Scheme scheme) {
        NumberAxis drawn = new NumberAxis(axis.label());
        drawn.setAutoRangeIncludesZero(false);
        if (!axis.followsData()) {
            drawn.setRange(axis.lower(), axis.upper());
        }
        style(drawn, scheme);
        return drawn;
    }

    /**
     * Gives an axis whose range is set its ticks. Where its numbers would be long, they are counted in thousands,
     * millions or thousandths, and its label says so: {@code Activity concentration (10⁶ Bq/ml)}.
     */
    static void setTicks(NumberAxis drawn, Axis axis) {
        double size = Math.max(Math.abs(drawn.getLowerBound()), Math.abs(drawn.getUpperBound()));
        int exponent = 0;
        if (size >= LONG && !axis.wholeNumbers() || size < SHORT) {
            exponent = (int) Math.floor(Math.log10(size) / 3) * 3;
            drawn.setLabel(Texts.withFactor(axis, exponent));
        }
        drawn.setStandardTickUnits(ticks(axis.wholeNumbers(), exponent));
    }

    private static TickUnits ticks(boolean wholeNumbers, int exponent) {
        TickUnits units = new TickUnits();
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign(MINUS);
        for (int power = wholeNumbers ? 0 : SMALLEST_POWER; power <= LARGEST_POWER; power++) {
            DecimalFormat format = new DecimalFormat("#,##0", symbols);
            format.setMinimumFractionDigits(Math.max(0, exponent - power));
            format.setMaximumFractionDigits(Math.max(0, exponent - power));
            for (int step : STEPS) {
                units.add(new ScaledTickUnit(step * Math.pow(10, power), format, Math.pow(10, exponent)));
            }
        }
        return units;
    }

    /** Ticks whose numbers are counted in a power of ten. */
    private static final class ScaledTickUnit extends NumberTickUnit {

        private static final long serialVersionUID = 1L;
        private final double scale;

        ScaledTickUnit(double size, DecimalFormat format, double scale) {
            super(size, format);
            this.scale = scale;
        }

        @Override
        public String valueToString(double value) {
            String text = super.valueToString(value / scale);
            // rounding may leave a little less than nothing at 0
            return text.matches(MINUS + "[0.]+") ? text.substring(1) : text;
        }
    }

    private static void style(ValueAxis axis, Scheme scheme) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(scheme.inkColour());
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(scheme.inkColour());
        axis.setAxisLinePaint(scheme.axisColour());
        axis.setAxisLineStroke(THIN);
        axis.setTickMarkPaint(scheme.axisColour());
        axis.setTickMarkStroke(THIN);
    }

    /** Ends an axis a little beyond what it shows, unless its ends are given; counts do not go below 0. */
    static void fit(ValueAxis drawn, Axis axis, DoubleStream shown) {
        if (axis.followsData()) {
            DoubleSummaryStatistics ends = shown.filter(Double::isFinite).summaryStatistics();
            if (ends.getCount() > 0) {
                double size = Math.max(Math.abs(ends.getMin()), Math.abs(ends.getMax()));
                boolean equal = ends.getMax() - ends.getMin() <= EQUAL_SHARE * size;
                double margin = equal ? axis.wholeNumbers() ? 1 : size > 0 ? size * MARGIN_SHARE : 1
                        : MARGIN_SHARE * (ends.getMax() - ends.getMin());
                double lower = ends.getMin() - margin;
                boolean counts = axis.wholeNumbers() && ends.getMin() >= 0;
                drawn.setRange(counts ? Math.max(0, lower) : lower, ends.getMax() + margin);
            }
        }
    }
}

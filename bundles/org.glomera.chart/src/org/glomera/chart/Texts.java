package org.glomera.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Widths, line breaks and numbers of a figure's texts. */
final class Texts {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final MathContext FOUR_SIGNIFICANT = new MathContext(4, RoundingMode.HALF_UP);
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String MINUS = "−";
    private static final char ELLIPSIS = '…';

    private Texts() {
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** The font, or a smaller one down to {@code smallest} points in which the text is at most so wide. */
    static Font fit(Font font, String text, double width, float smallest) {
        Font fitting = font;
        while (fitting.getSize2D() > smallest && width(fitting, text) > width) {
            fitting = fitting.deriveFont(Math.max(smallest, fitting.getSize2D() - 0.5f));
        }
        return fitting;
    }

    /** The text, or as much of it as is at most so wide, with an ellipsis in its middle: both ends often differ. */
    static String shorten(Font font, String text, double width) {
        if (width(font, text) <= width) {
            return text;
        }
        int kept = text.length() - 1;
        while (kept > 1) {
            int tail = kept / 2;
            String shorter = text.substring(0, kept - tail).strip() + ELLIPSIS + text.substring(text.length() - tail)
                    .strip();
            if (width(font, shorter) <= width) {
                return shorter;
            }
            kept--;
        }
        return String.valueOf(ELLIPSIS);
    }

    /** The text in lines that are at most so wide, broken between words; a longer word is shortened. */
    static List<String> wrap(Font font, String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && width(font, line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(shorten(font, word, width));
        }
        lines.add(line.toString());
        return lines;
    }

    /** An axis's label without the unit at its end. */
    static String name(Axis axis) {
        int unit = unitStart(axis.label());
        return unit < 0 ? axis.label() : axis.label().substring(0, unit).strip();
    }

    /** An axis's label whose numbers are counted in a power of ten: {@code Activity (10⁶ Bq/ml)}. */
    static String withFactor(Axis axis, int exponent) {
        StringBuilder factor = new StringBuilder("10");
        for (char digit : Integer.toString(exponent).toCharArray()) {
            factor.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return (name(axis) + " (" + factor + unit(axis) + ")").strip();
    }

    /** A value of an axis with its unit: {@code 12.30 ml}. */
    static String value(Axis axis, double value) {
        return number(axis, value) + unit(axis);
    }

    /** Two values of an axis with their unit: {@code 12.30 to 14.00 ml}. */
    static String range(Axis axis, double from, double to) {
        return number(axis, from) + " to " + number(axis, to) + unit(axis);
    }

    private static String unit(Axis axis) {
        int start = unitStart(axis.label());
        return start < 0 ? "" : " " + axis.label().substring(start + 1, axis.label().length() - 1).strip();
    }

    private static int unitStart(String label) {
        return label.endsWith(")") ? label.lastIndexOf('(') : -1;
    }

    private static String number(Axis axis, double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        String digits = digits(axis, Math.abs(value));
        return value < 0 && !digits.matches("[0.]+") ? MINUS + digits : digits;
    }

    private static String digits(Axis axis, double size) {
        if (axis.digits() >= 0) {
            // as tables do, and C and Python: the binary number itself, an exact half to the even digit
            return new BigDecimal(size).setScale(axis.digits(), RoundingMode.HALF_EVEN).toPlainString();
        }
        if (size == 0 || size == Math.rint(size) && size < LARGE) {
            return Long.toString((long) size);
        }
        BigDecimal rounded = new BigDecimal(size).round(FOUR_SIGNIFICANT);
        return size < SMALL || size >= LARGE ? rounded.toString() : rounded.toPlainString();
    }
}

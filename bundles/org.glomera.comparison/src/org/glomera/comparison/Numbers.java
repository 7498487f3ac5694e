package org.glomera.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as they are shown everywhere: a point, a real minus sign, a dash where there is no number. They are rounded
 * as C, Python and R round them: the binary number itself, not its shortest decimal, and an exact half to the even
 * digit.
 */
public final class Numbers {

    /** What stands where there is no number. */
    public static final String NONE = "–";

    private static final double SMALLEST_P = 0.001;
    private static final int P_DIGITS = 3;

    private Numbers() {
    }

    /** A number with so many decimals; zero has no sign. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        String formatted = rounded(value, decimals);
        return isZero(formatted) ? formatted.replace("-", "") : formatted.replace('-', '−');
    }

    /** A number with its sign; zero has none. */
    public static String signed(double value, int decimals) {
        String formatted = fixed(value, decimals);
        return value > 0 && !isZero(formatted) ? "+" + formatted : formatted;
    }

    /** A p value with three decimals, or that it is smaller than 0.001. */
    public static String p(double p) {
        return Double.isNaN(p) ? NONE : p < SMALLEST_P ? "< 0.001" : rounded(p, P_DIGITS);
    }

    /** A p value in a sentence: {@code p = 0.012}, {@code p < 0.001}, {@code not testable}. */
    public static String pInSentence(double p) {
        return Double.isNaN(p) ? "not testable" : p < SMALLEST_P ? "p < 0.001" : "p = " + p(p);
    }

    private static String rounded(double value, int decimals) {
        return Double.isInfinite(value) ? Double.toString(value)
                : new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static boolean isZero(String formatted) {
        return formatted.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}

package org.glomera.comparison.published;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it is printed. It stands for every number that rounds to it, or for every one beyond it.
 *
 * @param value the number
 * @param decimals number of digits behind its point
 * @param relation whether it is the value or a bound of it
 */
record PrintedNumber(double value, int decimals, Relation relation) {

    /** What is said of the value. */
    enum Relation {
        /** It rounds to the number. */
        EQUAL,
        /** It is below the number. */
        BELOW,
        /** It is above the number. */
        ABOVE
    }

    private static final int LONGEST = 40;
    private static final int MOST_DECIMALS = 15;
    /** Bounds of decimal fractions are not exact in binary; this share of half a unit is below any printed digit. */
    private static final double BINARY_ROUNDING = 1e-6;
    private static final Pattern FORM = Pattern.compile(
            "(?:p\\s*)?([<>=]?)\\s*([+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)\\s*%?");

    /** Reads a number such as {@code -9.21}, {@code 0.716} and {@code <0.05}; empty for anything else. */
    static Optional<PrintedNumber> parse(String text) {
        String plain = text.strip().replace('\u2212', '-');
        Matcher matcher = FORM.matcher(plain);
        if (plain.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(2));
        Relation relation = switch (matcher.group(1)) {
            case "<" -> Relation.BELOW;
            case ">" -> Relation.ABOVE;
            default -> Relation.EQUAL;
        };
        return Optional.of(new PrintedNumber(number.doubleValue(),
                Math.min(MOST_DECIMALS, Math.max(0, number.scale())), relation));
    }

    /** Half a unit of the last printed digit: how far a number may be away that rounds to this one. */
    double halfUnit() {
        return 0.5 * Math.pow(10, -decimals);
    }

    /** Whether some number within the bounds is what was printed. */
    boolean admits(Range range) {
        double half = halfUnit() * (1 + BINARY_ROUNDING);
        return switch (relation) {
            case EQUAL -> range.high() >= value - half && range.low() <= value + half;
            case BELOW -> range.low() < value;
            case ABOVE -> range.high() > value;
        };
    }
}

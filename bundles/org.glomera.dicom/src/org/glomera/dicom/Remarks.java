package org.glomera.dicom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects sentences for the user about an image; the same sentence of many slices is kept once. For one thread. */
final class Remarks {

    private static final int DIGITS = 6;

    private final Set<String> sentences = new LinkedHashSet<>();

    /** Adds a sentence; it names no patient. */
    void add(String sentence) {
        sentences.add(sentence);
    }

    /** A number with at most six digits that count, as sentences name it. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The sentences in the order in which they came. */
    List<String> list() {
        return List.copyOf(sentences);
    }
}

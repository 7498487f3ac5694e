package org.glomera.dicom.toolkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The elements of one data set or of one item of a sequence, in ascending order of their tags. A value has the form
 * that its tag's {@link Vr} says. An element without a value is there with zero values. Arrays are handed over, not
 * copied. For one thread at a time.
 */
public final class DataSet {

    /** The most characters of a decimal string (PS3.5 table 6.2-1). */
    private static final int DECIMAL_STRING_LENGTH = 16;

    /** Stands between the values of a text (PS3.5 section 6.4). */
    private static final char SEPARATOR = '\\';

    private final Map<Tag, Object> elements = new TreeMap<>();

    /** The tags of the elements that are there, ascending. */
    public Set<Tag> tags() {
        return Collections.unmodifiableSet(elements.keySet());
    }

    /** Whether the element is there, with or without a value. */
    public boolean has(Tag tag) {
        return elements.containsKey(tag);
    }

    /** Sets elements without a value (type 2 of PS3.5 section 7.4: must be there, may be unknown). */
    public DataSet putEmpty(Tag... tags) {
        for (Tag tag : tags) {
            switch (tag.vr().form()) {
                case TEXT -> elements.put(tag, List.of());
                case NUMBER -> elements.put(tag, new double[0]);
                case ITEMS -> elements.put(tag, List.of());
                case BYTES -> elements.put(tag, new byte[0]);
            }
        }
        return this;
    }

    /**
     * Sets an element of text by the values in one string, as a file holds them: separated by backslashes, blanks
     * around them. It takes as much memory as its characters; {@link #texts} and {@link #numbers} split it when they
     * are called. Texts that have one value only (LT, ST, UR, UT) are not split.
     */
    public DataSet putJoined(Tag tag, String values) {
        require(tag, Vr.Form.TEXT);
        boolean single = values.isEmpty() || isSingle(tag.vr()) || values.indexOf(SEPARATOR) < 0;
        elements.put(tag, single ? split(tag.vr(), values) : values);
        return this;
    }

    /** Sets an element of text. */
    public DataSet put(Tag tag, String... values) {
        require(tag, Vr.Form.TEXT);
        elements.put(tag, List.of(values));
        return this;
    }

    /**
     * Sets an element of numbers. Decimal strings (DS) get as many digits as fit into their 16 characters, integer
     * strings (IS) take whole numbers only.
     *
     * @throws IllegalArgumentException for a number that is not finite, or not whole where only whole numbers fit
     */
    public DataSet put(Tag tag, double... values) {
        if (tag.vr() == Vr.DS) {
            elements.put(tag, Arrays.stream(values).mapToObj(DataSet::decimalString).toList());
        } else if (tag.vr() == Vr.IS) {
            elements.put(tag, Arrays.stream(values).mapToObj(value -> integerString(tag, value)).toList());
        } else {
            require(tag, Vr.Form.NUMBER);
            elements.put(tag, values.clone());
        }
        return this;
    }

    /** Sets a sequence. */
    public DataSet putItems(Tag tag, List<DataSet> items) {
        require(tag, Vr.Form.ITEMS);
        elements.put(tag, List.copyOf(items));
        return this;
    }

    /** Sets a sequence. */
    public DataSet putItems(Tag tag, DataSet... items) {
        return putItems(tag, List.of(items));
    }

    /** Sets an element of bytes, words in little endian order. */
    public DataSet putBytes(Tag tag, byte[] bytes) {
        require(tag, Vr.Form.BYTES);
        elements.put(tag, Objects.requireNonNull(bytes));
        return this;
    }

    /** The values of an element of text, without padding; empty when the element is missing or has no value. */
    @SuppressWarnings("unchecked")
    public List<String> texts(Tag tag) {
        require(tag, Vr.Form.TEXT);
        Object values = elements.getOrDefault(tag, List.of());
        return values instanceof String joined ? split(tag.vr(), joined) : (List<String>) values;
    }

    private static List<String> split(Vr vr, String joined) {
        if (joined.isEmpty()) {
            return List.of();
        }
        if (isSingle(vr)) {
            return List.of(joined.stripTrailing());
        }
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int at = joined.indexOf(SEPARATOR); at >= 0; at = joined.indexOf(SEPARATOR, from)) {
            values.add(joined.substring(from, at).strip());
            from = at + 1;
        }
        values.add(joined.substring(from).strip());
        return Collections.unmodifiableList(values);
    }

    private static boolean isSingle(Vr vr) {
        return vr == Vr.LT || vr == Vr.ST || vr == Vr.UT || vr == Vr.UR;
    }

    /** The first value of an element of text; empty when it is missing, has no value or only blanks. */
    public Optional<String> text(Tag tag) {
        return texts(tag).stream().findFirst().map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * The values of an element of numbers or of decimal or integer strings; empty when the element is missing.
     *
     * @throws NumberFormatException when a string is not a number
     */
    public double[] numbers(Tag tag) {
        if (tag.vr() == Vr.DS || tag.vr() == Vr.IS) {
            return texts(tag).stream().map(String::strip).filter(value -> !value.isEmpty())
                    .mapToDouble(Double::parseDouble).toArray();
        }
        require(tag, Vr.Form.NUMBER);
        return elements.get(tag) instanceof double[] values ? values : new double[0];
    }

    /** The first of {@link #numbers(Tag)}. */
    public OptionalDouble number(Tag tag) {
        double[] values = numbers(tag);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
    }

    /**
     * The first of {@link #numbers(Tag)} as a whole number.
     *
     * @throws NumberFormatException when it is not whole or too large
     */
    public OptionalInt integer(Tag tag) {
        OptionalDouble value = number(tag);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        int whole = (int) value.getAsDouble();
        if (whole != value.getAsDouble()) {
            throw new NumberFormatException(value.getAsDouble() + " is not a whole number");
        }
        return OptionalInt.of(whole);
    }

    /** The items of a sequence; empty when it is missing. */
    @SuppressWarnings("unchecked")
    public List<DataSet> items(Tag tag) {
        require(tag, Vr.Form.ITEMS);
        return (List<DataSet>) elements.getOrDefault(tag, List.of());
    }

    /** The bytes of an element, not copied, words in little endian order; empty when the element is missing. */
    public Optional<byte[]> bytes(Tag tag) {
        require(tag, Vr.Form.BYTES);
        return Optional.ofNullable((byte[]) elements.get(tag));
    }

    /** Number of elements, those of items included. */
    public int size() {
        int size = 0;
        for (Object value : elements.values()) {
            size++;
            if (value instanceof List<?> list) {
                for (Object item : new ArrayList<>(list)) {
                    size += item instanceof DataSet set ? set.size() : 0;
                }
            }
        }
        return size;
    }

    /** Only the number of elements: values may be a patient's. */
    @Override
    public String toString() {
        return "DataSet[" + size() + " elements]";
    }

    /**
     * A number as a decimal string of at most 16 characters, as exact as these allow.
     *
     * @throws IllegalArgumentException when it is not finite
     */
    public static String decimalString(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " cannot be written as a decimal string.");
        }
        String exact = plainOrScientific(new BigDecimal(Double.toString(value)));
        for (int digits = 17; exact.length() > DECIMAL_STRING_LENGTH; digits--) {
            exact = plainOrScientific(new BigDecimal(value).round(new MathContext(digits)));
        }
        return exact;
    }

    private static String plainOrScientific(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        String plain = stripped.toPlainString();
        return plain.length() <= DECIMAL_STRING_LENGTH ? plain : stripped.unscaledValue() + "E" + -stripped.scale();
    }

    private static String integerString(Tag tag, double value) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(tag + " takes a whole number of 32 bits, not " + value + ".");
        }
        return Integer.toString((int) value);
    }

    private static void require(Tag tag, Vr.Form form) {
        if (tag.vr().form() != form) {
            throw new IllegalArgumentException(tag + " has values of the form " + tag.vr().form() + ", not " + form
                    + ".");
        }
    }
}

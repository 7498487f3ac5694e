package org.glomera.image.interfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.TextHeader;

/**
 * The keys of an Interfile header and their values. Keys are told apart as Interfile says: capitals, white space and
 * the marks {@code !} and {@code %} before a key do not count; what follows a semicolon is a comment. Of a key that
 * stands twice the last value holds.
 */
final class InterfileKeys {

    private static final String FIRST = "interfile";
    private static final String LAST = "end of interfile";
    /** Bytes in which the first key has to stand. */
    private static final int START_BYTES = 512;

    private final Map<String, String> values = new LinkedHashMap<>();

    private InterfileKeys() {
    }

    /** Whether a file begins as an Interfile header does; what cannot be read does not. */
    static boolean isHeader(Path file) {
        for (String line : TextHeader.start(file, START_BYTES).split("[\\r\\n]+")) {
            String key = key(line);
            if (!key.isEmpty()) {
                return key.equals(FIRST) && line.contains(":=");
            }
        }
        return false;
    }

    /** Reads the header of a file. */
    static InterfileKeys read(Path file) throws IOException, FileProblem {
        if (!isHeader(file)) {
            // opening says what is wrong with a file that is missing or may not be read
            TextHeader.read(file, line -> true);
            throw new FileProblem("is no Interfile header: it does not begin with !INTERFILE. Give the header (.h33, "
                    + ".hv or .hdr), not the file with the voxels");
        }
        InterfileKeys keys = new InterfileKeys();
        for (String line : TextHeader.read(file, InterfileKeys::isLast).lines()) {
            keys.add(line);
        }
        return keys;
    }

    private static boolean isLast(String line) {
        // most lines are told without taking them apart
        return line.toLowerCase(Locale.ROOT).contains(FIRST) && key(line).equals(LAST);
    }

    private void add(String line) {
        String text = withoutComment(line);
        int sign = text.indexOf(":=");
        if (sign > 0) {
            values.put(key(text), text.substring(sign + 2).strip());
        }
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf(';');
        return comment < 0 ? line : line.substring(0, comment);
    }

    private static String key(String line) {
        String text = withoutComment(line);
        int sign = text.indexOf(":=");
        String raw = (sign < 0 ? text : text.substring(0, sign)).strip().toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < raw.length() && !Character.isLetterOrDigit(raw.charAt(start))) {
            start++;
        }
        return raw.substring(start).replaceAll("\\s+", " ").replace(" [", "[").replace("[ ", "[").replace(" ]", "]")
                .strip();
    }

    /** The value of a key, of the first of several spellings that has one; an empty value counts as none. */
    Optional<String> text(String... spellings) {
        for (String key : spellings) {
            String value = values.get(key);
            if (value != null && !value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The value of a key in lower case without white space, as keywords are compared. */
    Optional<String> word(String... spellings) {
        return text(spellings).map(value -> value.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""));
    }

    /** The number of a key; of a list in braces the one that all are. */
    Optional<Double> number(String... spellings) throws FileProblem {
        Optional<String> text = text(spellings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String list = text.get().replaceAll("[{}]", " ").replace(',', ' ');
        double[] numbers = TextHeader.numbers(list, "'" + spellings[0] + "'");
        for (double number : numbers) {
            if (Double.compare(number, numbers[0]) != 0) {
                throw new FileProblem("gives several numbers as '" + spellings[0] + "'; one for all slices is read. "
                        + "Convert the image again with one");
            }
        }
        return Optional.of(numbers[0]);
    }

    /** The whole number of a key. */
    Optional<Long> whole(String... spellings) throws FileProblem {
        Optional<String> text = text(spellings);
        return text.isEmpty() ? Optional.empty()
                : Optional.of(TextHeader.whole(text.get(), "'" + spellings[0] + "'"));
    }

    /** Whether a key stands, with a value. */
    boolean has(String key) {
        return text(key).isPresent();
    }
}

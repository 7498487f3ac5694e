package org.glomera.image.metaimage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.StoredVoxels;
import org.glomera.image.raw.TextHeader;

/**
 * The lines {@code Key = value} of a MetaImage header; ElementDataFile is the last. Capitals of keys do not count.
 *
 * @param values by key in lower case
 * @param end where in the file the header ends
 */
record MetaFields(Map<String, String> values, long end) {

    private static final String LAST = "elementdatafile";
    private static final int START_BYTES = 512;

    /** Whether a file begins as a MetaImage header does; what cannot be read does not. */
    static boolean isHeader(Path file) {
        String first = TextHeader.start(file, START_BYTES).split("[\\r\\n]", 2)[0];
        String key = key(first);
        return first.indexOf('=') > 0
                && (key.equals("objecttype") || key.equals("ndims") || key.equals("comment") || key.equals("dimsize"));
    }

    /** Reads the header of a file. */
    static MetaFields read(Path file) throws IOException, FileProblem {
        if (!isHeader(file)) {
            // opening says what is wrong with a file that is missing or may not be read
            StoredVoxels.open(file).close();
            throw new FileProblem("is no MetaImage header: it does not begin with ObjectType or NDims. Give a .mha or "
                    + ".mhd file");
        }
        TextHeader header = TextHeader.read(file, line -> key(line).equals(LAST));
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : header.lines()) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(key(line), line.substring(sign + 1).strip());
            }
        }
        return new MetaFields(values, header.end());
    }

    private static String key(String line) {
        int sign = line.indexOf('=');
        return (sign < 0 ? line : line.substring(0, sign)).strip().toLowerCase(Locale.ROOT);
    }

    /** The value of a key, of the first of several spellings that has one. */
    Optional<String> text(String... spellings) {
        for (String spelling : spellings) {
            String text = values.get(spelling);
            if (text != null && !text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** The value of a key that has to stand. */
    String required(String key, String shown) throws FileProblem {
        return text(key).orElseThrow(() -> new FileProblem("does not say " + shown + ". Write the image again"));
    }

    /** Whether a key says True. */
    boolean isTrue(String key, boolean silent) {
        return text(key).map(value -> value.toLowerCase(Locale.ROOT).startsWith("t") || value.equals("1"))
                .orElse(silent);
    }

    /** Numbers of a key, as many as are needed. */
    Optional<double[]> numbers(int count, String... spellings) throws FileProblem {
        Optional<String> text = text(spellings);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double[] numbers = TextHeader.numbers(text.get(), spellings[0]);
        if (numbers.length != count) {
            throw new FileProblem("gives " + numbers.length + " numbers as " + spellings[0] + ", where " + count
                    + " are needed. Write the image again");
        }
        return Optional.of(numbers);
    }
}

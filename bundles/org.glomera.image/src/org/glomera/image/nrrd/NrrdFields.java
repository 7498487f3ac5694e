package org.glomera.image.nrrd;

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
 * The lines of an NRRD header: {@code field: description} and {@code key:=value}. Fields are found without regard to
 * capitals and white space, so {@code data file} and {@code datafile} are one.
 *
 * @param fields by their name in lower case without white space
 * @param keys key/value pairs as they stand
 * @param end where in the file the header ends
 */
record NrrdFields(Map<String, String> fields, Map<String, String> keys, long end) {

    private static final String MAGIC = "NRRD000";

    /** Whether a file begins as an NRRD file does; what cannot be read does not. */
    static boolean isHeader(Path file) {
        String start = TextHeader.start(file, MAGIC.length() + 1);
        return start.startsWith(MAGIC) && start.length() > MAGIC.length() && start.charAt(MAGIC.length()) >= '1'
                && start.charAt(MAGIC.length()) <= '5';
    }

    /** Reads the header of a file. */
    static NrrdFields read(Path file) throws IOException, FileProblem {
        if (!isHeader(file)) {
            // opening says what is wrong with a file that is missing or may not be read
            StoredVoxels.open(file).close();
            throw new FileProblem("is no NRRD file: it does not begin with NRRD0001 to NRRD0005. Give a .nrrd or .nhdr "
                    + "file");
        }
        TextHeader header = TextHeader.read(file, String::isEmpty);
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (String line : header.lines().subList(1, header.lines().size())) {
            int pair = line.indexOf(":=");
            int colon = line.indexOf(": ") >= 0 ? line.indexOf(": ") : line.indexOf(':');
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            if (pair > 0 && (colon < 0 || pair <= colon)) {
                keys.put(line.substring(0, pair), line.substring(pair + 2));
            } else if (colon > 0) {
                fields.put(line.substring(0, colon).toLowerCase(Locale.ROOT).replaceAll("\\s+", ""),
                        line.substring(colon + 1).strip());
            }
        }
        return new NrrdFields(fields, keys, header.end());
    }

    /** The description of a field. */
    Optional<String> text(String... spellings) {
        for (String spelling : spellings) {
            String text = fields.get(spelling);
            if (text != null && !text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** The description of a field that has to stand. */
    String required(String field) throws FileProblem {
        return text(field).orElseThrow(() -> new FileProblem("does not say '" + field + "'. Write the image again"));
    }
}

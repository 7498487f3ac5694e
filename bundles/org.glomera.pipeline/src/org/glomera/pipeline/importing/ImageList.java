package org.glomera.pipeline.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.pipeline.ListedCase;
import org.glomera.study.Role;

/**
 * The cases of a list of image files, {@code images.csv}: one line a case, the columns of {@link #COLUMNS}. Paths are
 * relative to the list and stay inside its folder. Nothing of a list with a fault is taken; the message names line and
 * column.
 */
final class ImageList {

    static final String NAME = "images.csv";

    static final String CASE = "case";
    static final String PATIENT = "patient";
    static final String ROLE = "role";
    static final String ACQUISITION = "acquisition";
    static final String CT = "ct";
    static final String CT_SCALE = "ct_scale";
    static final String CT_OFFSET = "ct_offset";
    static final String SPECT = "spect";
    static final String SPECT_SCALE = "spect_scale";
    static final String SPECT_UNIT = "spect_unit";
    static final String KIDNEYS_CT = "kidneys_ct";
    static final String KIDNEYS_SPECT = "kidneys_spect";
    static final String RIGHT = "right";
    static final String LEFT = "left";
    static final String KIDNEYS = "kidneys";
    static final String NOTE = "note";

    /** Every column that a list may have, in the order in which a draft has them. */
    static final List<String> COLUMNS = List.of(CASE, PATIENT, ROLE, ACQUISITION, CT, CT_SCALE, CT_OFFSET, SPECT,
            SPECT_SCALE, SPECT_UNIT, KIDNEYS_CT, KIDNEYS_SPECT, RIGHT, LEFT, KIDNEYS, NOTE);

    private static final int LARGEST_BYTES = 16 << 20;
    private static final int MOST_CASES = 100_000;

    private final Path file;
    private final Path folder;
    private final List<ListedCase> cases = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Role> roles = new HashMap<>();

    private ImageList(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.folder = this.file.getParent();
    }

    /**
     * The cases of a list.
     *
     * @throws GlomeraException when a line cannot be understood or names a file that is not there
     */
    static List<ListedCase> read(Path file) throws GlomeraException {
        ImageList list = new ImageList(file);
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).setIgnoreHeaderCase(true).build();
        try (CSVParser parser = format.parse(new StringReader(list.text()))) {
            list.requireColumns(parser.getHeaderMap().keySet());
            for (CSVRecord row : parser) {
                // the parser stands at the end of the row
                list.add(row, parser.getCurrentLineNumber());
            }
        } catch (IOException | IllegalArgumentException | UncheckedIOException | IllegalStateException e) {
            throw new GlomeraException(Kind.INPUT, "The list of images " + file + " cannot be read: " + e.getMessage()
                    + ". Save it as comma-separated text in UTF-8.", e);
        }
        if (list.cases.isEmpty()) {
            throw list.refused("it has no line but the first. Give each case a line");
        }
        return List.copyOf(list.cases);
    }

    private String text() throws GlomeraException, IOException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw refused("it is larger than 16 MB");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new GlomeraException(Kind.INPUT, "The list of images " + file + " is not text in UTF-8. Save it in"
                    + " UTF-8.", e);
        }
    }

    private void requireColumns(Set<String> columns) throws GlomeraException {
        for (String column : columns) {
            if (!COLUMNS.contains(column.toLowerCase(Locale.ROOT))) {
                throw refused("line 1: the column '" + shown(column) + "' is not known; known are "
                        + String.join(", ", COLUMNS));
            }
        }
        if (columns.stream().noneMatch(CASE::equalsIgnoreCase)) {
            throw refused("line 1 does not name the column " + CASE);
        }
    }

    private void add(CSVRecord record, long line) throws GlomeraException {
        if (cases.size() == MOST_CASES) {
            throw refused("it has more than " + MOST_CASES + " lines");
        }
        if (!record.isConsistent()) {
            throw refused("line " + line + " has another number of columns than the first line");
        }
        ListedCase read = new Row(record, line).read();
        if (!ids.add(read.caseId())) {
            throw refused("line " + line + ", column " + CASE + ": the case " + read.caseId() + " stands there twice");
        }
        Role role = read.role().orElse(Role.UNASSIGNED);
        if (roles.putIfAbsent(read.patient(), role) != null && roles.get(read.patient()) != role) {
            throw refused("line " + line + ", column " + ROLE + ": the patient " + read.patient()
                    + " has another role in a line before. All cases of a patient have one role");
        }
        cases.add(read);
    }

    private GlomeraException refused(String what) {
        return new GlomeraException(Kind.INPUT, "The list of images " + file + " cannot be used: " + what + ".");
    }

    static String shown(String text) {
        String without = text.replaceAll("\\p{Cntrl}", "?");
        return without.length() > 60 ? without.substring(0, 60) + "…" : without;
    }

    /** One line, as {@link ListedCaseText} reads it: paths inside the list's folder, faults with line and column. */
    private final class Row implements ListedCaseText.Fields {
        private final CSVRecord record;
        private final long line;

        Row(CSVRecord record, long line) {
            this.record = record;
            this.line = line;
        }

        ListedCase read() throws GlomeraException {
            return new ListedCaseText(this).read(Optional.of(file));
        }

        @Override
        public String text(String column) {
            return record.isMapped(column) ? record.get(column) : "";
        }

        @Override
        public Path file(String column) throws GlomeraException {
            Path given;
            try {
                given = Path.of(text(column));
            } catch (InvalidPathException e) {
                throw fault(column, "'" + shown(text(column)) + "' is no path");
            }
            Path found = folder.resolve(given).normalize();
            if (given.isAbsolute() || !found.startsWith(folder) || found.equals(folder)) {
                throw fault(column, "'" + shown(text(column)) + "' leads out of the list's folder; paths are relative to"
                        + " the list and stay inside its folder");
            }
            if (!Files.isRegularFile(found)) {
                throw fault(column, "there is no file '" + shown(text(column)) + "'");
            }
            return found;
        }

        @Override
        public GlomeraException fault(String column, String what) {
            return refused("line " + line + ", column " + column + ": " + what);
        }
    }
}

package org.glomera.comparison;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables beside an experiment that may be missing: a malformed one is a problem, not a failure. */
final class ExperimentFiles {

    private static final long LARGEST_BYTES = 16 << 20;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setHeader()
            .setSkipHeaderRecord(true).build();

    private ExperimentFiles() {
    }

    /** What was published: columns network (or printed_network), side, quantity, value, where. */
    static List<PublishedQuantity> published(Path file, List<String> problems) {
        List<PublishedQuantity> published = new ArrayList<>();
        for (CSVRecord row : rows(file, List.of("side", "quantity", "value", "where"), problems)) {
            String network = row.isMapped("printed_network") ? row.get("printed_network")
                    : row.isMapped("network") ? row.get("network") : "";
            published.add(new PublishedQuantity(network, row.get("side"), row.get("quantity"), row.get("value"),
                    row.get("where")));
        }
        return published;
    }

    private static List<CSVRecord> rows(Path file, List<String> columns, List<String> problems) {
        if (!Files.exists(file)) {
            return List.of();
        }
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                problems.add(name + " is larger than 16 MiB and was not read. Check that it is the right file.");
                return List.of();
            }
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                    CSVParser parser = FORMAT.parse(in)) {
                if (!parser.getHeaderMap().keySet().containsAll(columns)) {
                    problems.add(name + " was not read: its header does not name " + String.join(", ", columns)
                            + ". Correct or restore the file.");
                    return List.of();
                }
                List<CSVRecord> rows = parser.getRecords();
                long whole = rows.stream().filter(CSVRecord::isConsistent).count();
                if (whole < rows.size()) {
                    problems.add(name + " has " + (rows.size() - whole) + " rows with too many or too few cells; they"
                            + " are left out. Correct or restore the file.");
                }
                return rows.stream().filter(CSVRecord::isConsistent).toList();
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            problems.add(name + " cannot be read: " + e.getMessage() + ". Correct or restore the file.");
            return List.of();
        }
    }
}

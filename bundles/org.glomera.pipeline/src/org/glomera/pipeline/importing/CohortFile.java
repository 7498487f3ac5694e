package org.glomera.pipeline.importing;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.study.Role;

/**
 * The roles of a cohort's patients: {@code cohort.csv} with the columns {@code patient} and {@code role}; further
 * columns are left alone.
 *
 * @param file where it was read
 * @param roles role by the patient's identifier as it stands in the DICOM files
 */
record CohortFile(Path file, Map<String, Role> roles) {

    static final String NAME = "cohort.csv";

    private static final long LARGEST_BYTES = 16L << 20;

    CohortFile {
        roles = Map.copyOf(roles);
    }

    /** The cohort file in a DICOM folder or in the folder above it; empty when there is none. */
    static Optional<CohortFile> beside(Path dicomFolder) throws GlomeraException {
        Path parent = dicomFolder.toAbsolutePath().normalize().getParent();
        for (Path folder : parent == null ? List.of(dicomFolder) : List.of(dicomFolder, parent)) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file));
            }
        }
        return Optional.empty();
    }

    static CohortFile read(Path file) throws GlomeraException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true)
                .setIgnoreEmptyLines(true).setIgnoreHeaderCase(true).build();
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw refused(file, "it is larger than 16 MB");
            }
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                    CSVParser parser = format.parse(in)) {
                if (!parser.getHeaderMap().keySet().containsAll(List.of("patient", "role"))) {
                    throw refused(file, "its first line does not name the columns patient and role");
                }
                Map<String, Role> roles = new LinkedHashMap<>();
                for (CSVRecord row : parser) {
                    add(file, roles, row);
                }
                return new CohortFile(file, roles);
            }
        } catch (IOException | IllegalStateException e) {
            throw new GlomeraException(Kind.INPUT, "The cohort file " + file + " cannot be read: " + e.getMessage()
                    + ". Save it as comma-separated text in UTF-8.", e);
        }
    }

    private static void add(Path file, Map<String, Role> roles, CSVRecord row) throws GlomeraException {
        if (!row.isConsistent()) {
            throw refused(file, "row " + row.getRecordNumber() + " has another number of columns than the first line");
        }
        String word = row.get("role").toLowerCase(Locale.ROOT);
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                if (roles.put(row.get("patient"), role) != null) {
                    throw refused(file, "the patient of row " + row.getRecordNumber() + " stands there twice");
                }
                return;
            }
        }
        throw refused(file, "in row " + row.getRecordNumber() + " '" + word
                + "' is no role; training, test and unassigned are");
    }

    private static GlomeraException refused(Path file, String what) {
        return new GlomeraException(Kind.INPUT, "The cohort file " + file + " cannot be used: " + what
                + ". Correct it, or remove it and have the roles drawn.");
    }
}

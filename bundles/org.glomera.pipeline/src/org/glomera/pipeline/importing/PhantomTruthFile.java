package org.glomera.pipeline.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import org.glomera.core.GlomeraException;
import org.glomera.study.StudyJson;

/**
 * Finds what is true of a phantom: {@code truth/PATIENT/truth.json} beside the DICOM folder. A cohort with truth is one
 * of phantoms, so its identifiers belong to nobody.
 */
final class PhantomTruthFile {

    private final Path folder;

    private PhantomTruthFile(Path folder) {
        this.folder = folder;
    }

    /** The folder of truths that belongs to a DICOM folder; empty for the images of people. */
    static Optional<PhantomTruthFile> beside(Path dicomFolder, Optional<CohortFile> cohort) {
        if (cohort.isEmpty()) {
            return Optional.empty();
        }
        Path truth = cohort.get().file().resolveSibling("truth");
        return Files.isDirectory(truth) ? Optional.of(new PhantomTruthFile(truth)) : Optional.empty();
    }

    /** Whether a patient is a phantom. */
    boolean knows(String patientId) {
        return patientId.matches("[A-Za-z0-9_-]{1,32}") && Files.isRegularFile(file(patientId));
    }

    /** True values by name: volume, activity concentration and movement of each kidney. */
    Map<String, Double> read(String patientId) throws GlomeraException {
        Map<String, Double> values = new TreeMap<>();
        for (JsonNode kidney : StudyJson.readTree(file(patientId)).path("kidneys")) {
            String side = kidney.path("side").asText().toLowerCase(Locale.ROOT);
            put(values, side + "_volume_ml", kidney.path("volumeMl"));
            put(values, side + "_bq_per_ml", kidney.path("activityConcentrationBqPerMl"));
            for (String axis : new String[] {"x", "y", "z"}) {
                put(values, side + "_shift_" + axis + "_mm", kidney.path("shiftMm").path(axis));
            }
        }
        return values;
    }

    private static void put(Map<String, Double> values, String name, JsonNode value) {
        if (value.isNumber() && Double.isFinite(value.asDouble())) {
            values.put(name, value.asDouble());
        }
    }

    private Path file(String patientId) {
        return folder.resolve(patientId).resolve("truth.json");
    }
}

package org.glomera.ui.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.glomera.core.GlomeraException;
import org.glomera.study.Excluded;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyJson;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which cases which network left out and why, gathered from the {@code prepared/NETWORK/prepared.json} files and from
 * the runs. Not thread-safe.
 */
final class Exclusions {

    private static final System.Logger LOG = System.getLogger(Exclusions.class.getName());

    private final Map<String, Map<String, String>> reasonsByCase = new HashMap<>();
    private final Set<String> usedCases = new HashSet<>();

    /** Adds what the files of prepared features say. One that cannot be read is logged: nothing shown depends on it. */
    void addPrepared(Path root) {
        Path folder = root.resolve("prepared");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> networks = Files.newDirectoryStream(folder)) {
            for (Path network : networks) {
                Path file = network.resolve("prepared.json");
                if (Files.isRegularFile(file)) {
                    addPrepared(network.getFileName().toString(), StudyJson.readTree(file));
                }
            }
        } catch (IOException | GlomeraException e) {
            LOG.log(Level.WARNING, "What was left out of the prepared features in '" + folder
                    + "' could not be read.", e);
        }
    }

    private void addPrepared(String network, JsonNode prepared) {
        for (JsonNode each : prepared.path("excluded")) {
            add(each.path("caseId").asText(), network, each.path("reason").asText());
        }
        prepared.path("training").forEach(id -> usedCases.add(id.asText()));
        prepared.path("test").forEach(id -> usedCases.add(id.asText()));
    }

    /** Adds what a run says. */
    void addRun(RunInfo run) {
        for (Excluded each : run.excluded()) {
            add(each.caseId(), run.name(), each.reason());
        }
    }

    private void add(String caseId, String network, String reason) {
        reasonsByCase.computeIfAbsent(caseId, id -> new TreeMap<>()).putIfAbsent(network, reason);
    }

    /** Why networks left a case out, by network; empty when none did. */
    Map<String, String> of(String caseId) {
        return reasonsByCase.getOrDefault(caseId, Map.of());
    }

    /** Whether a network uses the case although another left it out, or none left it out. */
    boolean isUsed(String caseId) {
        return usedCases.contains(caseId) || !reasonsByCase.containsKey(caseId);
    }
}

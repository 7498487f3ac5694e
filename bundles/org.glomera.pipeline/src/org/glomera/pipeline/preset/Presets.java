package org.glomera.pipeline.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.study.RunInfo;
import org.glomera.study.StudyJson;

/** The presets that come with the program, and those of a user's files. */
public final class Presets {

    private static final List<String> NAMES = List.of("demo", "thesis");
    private static final long LARGEST_FILE_BYTES = 1 << 20;
    /** As strict as the study's own files, but for texts and folders that need not be given. */
    private static final ObjectMapper MAPPER = StudyJson.mapper()
            .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private Presets() {
    }

    /** Names of the presets that come with the program. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A preset by its name or by the path of a JSON file.
     *
     * @throws GlomeraException for a name that is not known, a file that is not there and one that is no preset
     */
    public static Preset load(String nameOrFile) throws GlomeraException {
        if (NAMES.contains(nameOrFile)) {
            return ofProgram(nameOrFile);
        }
        if (!nameOrFile.endsWith(".json")) {
            throw new GlomeraException(Kind.CONFIGURATION, "The preset '" + nameOrFile + "' is not known. Give "
                    + String.join(" or ", NAMES) + ", or the path of a preset file that ends with .json.");
        }
        return ofFile(Path.of(nameOrFile));
    }

    /**
     * The network and the settings that a run was made from, to resume it or to start another one from them.
     *
     * @throws GlomeraException when the run keeps no settings, or such that this program does not know
     */
    public static NetworkPreset ofRun(RunInfo run) throws GlomeraException {
        if (run.configuration().isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "The run " + run.name() + " keeps no settings, so it can be looked at"
                    + " but not be trained on. Train a network under another name.");
        }
        return StudyJson.convert(run.configuration(), "The configuration of the run " + run.name(),
                NetworkPreset.class);
    }

    /**
     * Writes a preset to a file, from which it can be loaded.
     *
     * @throws GlomeraException when the file cannot be written; it is as it was then
     */
    public static void write(Preset preset, Path file) throws GlomeraException {
        StudyJson.write(file, preset);
    }

    private static Preset ofFile(Path file) throws GlomeraException {
        if (!Files.isRegularFile(file)) {
            throw new GlomeraException(Kind.CONFIGURATION, "The preset file " + file
                    + " is not there. Check the path, or give " + String.join(" or ", NAMES) + ".");
        }
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw new GlomeraException(Kind.CONFIGURATION, "The file " + file
                        + " is larger than a preset can be (1 MB). Check the path.");
            }
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The preset file " + file + " cannot be read: " + e.getMessage()
                    + ". Check its permissions.", e);
        }
    }

    /**
     * The JSON text of a preset of the program, as a start for a file of one's own.
     *
     * @throws GlomeraException for a name that is not known
     */
    public static String text(String name) throws GlomeraException {
        if (!NAMES.contains(name)) {
            throw new GlomeraException(Kind.CONFIGURATION, "The program has no preset '" + name + "'. It has: "
                    + String.join(", ", NAMES) + ".");
        }
        return new String(bytesOfProgram(name), StandardCharsets.UTF_8);
    }

    private static Preset ofProgram(String name) throws GlomeraException {
        return parse(bytesOfProgram(name), name);
    }

    private static byte[] bytesOfProgram(String name) {
        try (InputStream in = Presets.class.getResourceAsStream("/presets/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The preset " + name + " is missing from the bundle.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The preset " + name + " of the bundle cannot be read.", e);
        }
    }

    private static Preset parse(byte[] json, String source) throws GlomeraException {
        try {
            return MAPPER.readValue(json, Preset.class);
        } catch (IOException e) {
            throw new GlomeraException(Kind.CONFIGURATION, "The preset " + source + " cannot be used: " + explain(e)
                    + " Correct it; the presets " + String.join(" and ", NAMES) + " are examples.", e);
        }
    }

    private static String explain(IOException e) {
        String where = e instanceof JsonMappingException mapping ? field(mapping) : "";
        if (e instanceof JsonMappingException && e.getCause() instanceof IllegalArgumentException wrong) {
            return where + wrong.getMessage();
        }
        if (e instanceof JsonProcessingException json) {
            String line = json.getLocation() == null ? "" : " (line " + json.getLocation().getLineNr() + ")";
            String what = json.getOriginalMessage().startsWith("Cannot map `null`") ? "a value is missing"
                    : json.getOriginalMessage();
            return where + what + line + ".";
        }
        return e.getMessage() + ".";
    }

    private static String field(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : "at " + path + ": ";
    }
}

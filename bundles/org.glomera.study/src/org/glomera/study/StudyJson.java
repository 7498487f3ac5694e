package org.glomera.study;

import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * JSON as Glomera's files have it: strict (a field that is missing, unknown or there twice, a null for a number and a
 * fraction for a whole number are refused; {@link WhenAbsent} says which fields may be missing), instants in ISO 8601, two blanks of indentation, UTF-8, a line feed at
 * each line's end, fields in the order of the record. Files are read up to {@value #LARGEST_BYTES} bytes. A number
 * that is not finite is written as one of the texts "NaN", "Infinity" and "-Infinity", since JSON has no other form
 * for it; a record refuses those it cannot use. Safe for use by several threads.
 */
public final class StudyJson {

    /** Larger files are refused. */
    static final int LARGEST_BYTES = 16 << 20;

    private static final int DEEPEST_NESTING = 64;

    private static final ObjectMapper MAPPER = AbsentValues.taughtTo(JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .withCoercionConfig(LogicalType.Enum,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .build());

    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private StudyJson() {
    }

    /** A mapper with these settings that the caller may keep and change. */
    public static ObjectMapper mapper() {
        return MAPPER.copy();
    }

    /**
     * Reads a record from a file.
     *
     * @throws GlomeraException when the file is missing, too large or not such a record; the message names the file,
     *         the line and the field
     */
    public static <T> T read(Path file, Class<T> type) throws GlomeraException {
        return parse(BoundedFiles.readText(file, LARGEST_BYTES), "'" + file + "'", type);
    }

    /** Reads a record from a stream, which stays open; {@code source} names it in messages. */
    public static <T> T read(InputStream in, String source, Class<T> type) throws GlomeraException {
        return parse(BoundedFiles.readText(in, source, LARGEST_BYTES), source, type);
    }

    /** Reads a file whose fields are not known beforehand. */
    public static JsonNode readTree(Path file) throws GlomeraException {
        return read(file, JsonNode.class);
    }

    /**
     * Reads a record from a tree, for instance a run's configuration; {@code source} names it in messages.
     *
     * @throws GlomeraException when the tree is not such a record
     */
    public static <T> T convert(JsonNode tree, String source, Class<T> type) throws GlomeraException {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw malformed(source, e);
        }
    }

    /** The tree of a record, for instance a configuration for {@code run.json}. */
    public static JsonNode toTree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The text that stands for a record in a file. */
    public static String toText(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A value of " + value.getClass() + " cannot be written as JSON.", e);
        }
    }

    /**
     * Writes a record to a file beside its place, then moves it there.
     *
     * @throws GlomeraException when the file cannot be written; it is as it was then
     */
    public static void write(Path file, Object value) throws GlomeraException {
        BoundedFiles.writeText(file, toText(value));
    }

    private static <T> T parse(String text, String source, Class<T> type) throws GlomeraException {
        T value;
        try {
            value = MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw malformed(source, e);
        }
        if (value == null) {
            throw new GlomeraException(Kind.INPUT, source + " holds nothing but null. Restore the file.");
        }
        return value;
    }

    private static GlomeraException malformed(String source, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        String where = location == null || location.getLineNr() < 1 ? "" : " (line " + location.getLineNr()
                + ", column " + location.getColumnNr() + ")";
        return new GlomeraException(Kind.INPUT, source + " cannot be used: " + problem(e) + where
                + ". Correct or restore the file.", e);
    }

    private static String problem(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "it is not valid JSON, " + firstLine(e);
        }
        String field = mapping.getPath().stream().map(StudyJson::step).collect(Collectors.joining("."));
        String at = field.isEmpty() ? "" : "at " + field + ": ";
        if (e.getCause() instanceof JsonProcessingException inner) {
            return at + problem(inner);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return at + "the field '" + unknown.getPropertyName() + "' is not known";
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            String reason = refused.getCause().getMessage();
            return at + (reason == null ? "a value is missing" : reason.replaceFirst("\\.$", ""));
        }
        if (firstLine(e).startsWith("Missing ")) {
            return at + "this field is missing";
        }
        return at + (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? expected(mismatch.getTargetType()) + " was expected" : firstLine(e));
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().split("\n", 2)[0];
    }

    private static String expected(Class<?> type) {
        Class<?> wrapped = MethodType.methodType(type).wrap().returnType();
        if (wrapped.isEnum()) {
            return Arrays.stream(wrapped.getEnumConstants()).map(each -> MAPPER.convertValue(each, String.class))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (wrapped == Integer.class || wrapped == Long.class) {
            return "a whole number";
        }
        if (wrapped == Double.class || wrapped == Float.class) {
            return "a number";
        }
        if (wrapped == Boolean.class) {
            return "true or false";
        }
        if (wrapped == Instant.class) {
            return "an instant such as 2026-11-23T12:00:00Z";
        }
        if (wrapped == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(wrapped) ? "a list" : "an object in braces";
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }
}

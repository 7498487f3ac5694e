package org.glomera.network.safetensors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON header of a safetensors file.
 *
 * @param entries the tensors in the order of their places, which follow each other without gaps
 * @param metadata the texts of {@code __metadata__}
 */
record SafeTensorsHeader(List<Entry> entries, Map<String, String> metadata) {

    /** A longer header is refused; that of a network with a hundred layers has some ten thousand bytes. */
    static final int LONGEST_BYTES = 16 << 20;

    private static final String METADATA = "__metadata__";
    private static final String TYPE = "F32";
    private static final int ALIGNMENT = 8;
    private static final int DEEPEST_NESTING = 8;
    private static final int MOST_AXES = 8;

    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** A tensor's name, shape and place; the place counts bytes from the end of the header. */
    record Entry(String name, List<Integer> shape, long begin, long end) {

        int valueCount() {
            return (int) ((end - begin) / Float.BYTES);
        }
    }

    static byte[] toBytes(NetworkWeights weights, Map<String, String> metadata) {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long place = 0;
        for (Map.Entry<String, Tensor> named : weights.tensors().entrySet()) {
            Tensor tensor = named.getValue();
            ObjectNode entry = root.putObject(named.getKey());
            entry.put("dtype", TYPE);
            ArrayNode shape = entry.putArray("shape");
            tensor.shape().forEach(shape::add);
            long end = place + (long) tensor.values().length * Float.BYTES;
            entry.putArray("data_offsets").add(place).add(end);
            place = end;
        }
        byte[] text = root.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    static SafeTensorsHeader parse(byte[] bytes, long dataBytes) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new MalformedHeaderException(e.getOriginalMessage().startsWith("Duplicate field")
                    ? "its header has a name twice" : "its header is not JSON", e);
        }
        if (!root.isObject()) {
            throw new MalformedHeaderException("its header is not a JSON object");
        }
        List<Entry> entries = new ArrayList<>();
        Map<String, String> metadata = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                readMetadata(field.getValue(), metadata);
            } else {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireWithoutGaps(entries, dataBytes);
        return new SafeTensorsHeader(List.copyOf(entries), metadata);
    }

    private static void readMetadata(JsonNode node, Map<String, String> metadata) throws IOException {
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            if (!text.getValue().isTextual()) {
                throw new MalformedHeaderException("its text '" + text.getKey() + "' is no text");
            }
            metadata.put(text.getKey(), text.getValue().textValue());
        }
    }

    private static Entry entry(String name, JsonNode node) throws IOException {
        if (!TYPE.equals(node.path("dtype").textValue())) {
            throw new MalformedHeaderException("the tensor '" + name + "' is not of type " + TYPE);
        }
        JsonNode places = node.path("data_offsets");
        JsonNode sizes = node.path("shape");
        if (!places.isArray() || places.size() != 2 || !sizes.isArray() || sizes.size() > MOST_AXES) {
            throw new MalformedHeaderException("the tensor '" + name + "' has no shape or no place");
        }
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (JsonNode size : sizes) {
            if (!size.isInt() || size.intValue() < 1) {
                throw new MalformedHeaderException("the tensor '" + name + "' has a size of " + size);
            }
            shape.add(size.intValue());
            count *= size.intValue();
            if (count > Integer.MAX_VALUE - 16) {
                throw new MalformedHeaderException("the tensor '" + name + "' is larger than an array can hold");
            }
        }
        long begin = place(name, places.get(0));
        long end = place(name, places.get(1));
        if (end - begin != count * Float.BYTES) {
            throw new MalformedHeaderException("the tensor '" + name + "' has a place that does not fit its shape");
        }
        return new Entry(name, List.copyOf(shape), begin, end);
    }

    private static long place(String name, JsonNode node) throws IOException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new MalformedHeaderException("the tensor '" + name + "' lies at " + node);
        }
        return node.longValue();
    }

    private static void requireWithoutGaps(List<Entry> entries, long dataBytes) throws IOException {
        long place = 0;
        for (Entry entry : entries) {
            if (entry.begin() != place) {
                throw new MalformedHeaderException("the tensor '" + entry.name()
                        + "' overlaps another or leaves a gap");
            }
            place = entry.end();
        }
        if (place != dataBytes) {
            throw new MalformedHeaderException("its tensors need " + place + " bytes and it has " + dataBytes);
        }
    }
}

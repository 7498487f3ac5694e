package org.glomera.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;
import org.glomera.network.unet.StandardUNet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged and hostile networks: each is refused with a sentence that names file, cause and remedy. */
class BadModelTest {

    @TempDir
    Path folder;

    /** What is done to a good network's folder. */
    @FunctionalInterface
    private interface Damage {
        void to(Path folder) throws IOException, GlomeraException;
    }

    private static Arguments bad(String name, Damage damage, String cause, String remedy) {
        return Arguments.of(name, damage, cause, remedy);
    }

    private static Damage inCard(String from, String to) {
        return folder -> {
            Path card = folder.resolve(ModelFolder.CARD);
            String text = Files.readString(card);
            assertTrue(text.contains(from), from);
            Files.writeString(card, text.replace(from, to));
        };
    }

    private static Damage card(String text) {
        return folder -> Files.writeString(folder.resolve(ModelFolder.CARD), text);
    }

    /** Other bytes in the weights, with a card that names their digest. */
    private static Damage weights(NetworkWeights others) {
        return folder -> {
            SafeTensors.write(folder.resolve(ModelFolder.WEIGHTS), others, Map.of());
            ModelFolder.writeCard(folder, ModelSamples.card());
        };
    }

    private static Damage bytes(byte[] bytes) {
        return folder -> {
            Files.write(folder.resolve(ModelFolder.WEIGHTS), bytes);
            ModelFolder.writeCard(folder, ModelSamples.card());
        };
    }

    private static NetworkWeights with(String name, float value) {
        NetworkWeights weights = WeightInitialiser.initialise(ModelSamples.GRAPH, Initialisation.PLAIN, 1);
        weights.require(name).values()[1] = value;
        return weights;
    }

    private static NetworkWeights without(String name) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(ModelSamples.WEIGHTS.tensors());
        tensors.remove(name);
        return new NetworkWeights(tensors);
    }

    static Stream<Arguments> cards() {
        return Stream.of(
                bad("no card", folder -> Files.delete(folder.resolve(ModelFolder.CARD)), "it has no model.json",
                        "Name the folder of a run"),
                bad("empty", card(""), "an object in braces was expected", "restore the file"),
                bad("cut short", folder -> Files.writeString(folder.resolve(ModelFolder.CARD),
                        Files.readString(folder.resolve(ModelFolder.CARD)).substring(0, 700)), "not valid JSON",
                        "restore the file"),
                bad("null", card("null"), "no JSON object", "Copy it again"),
                bad("a list", card("[1]"), "no JSON object", "Copy it again"),
                bad("deep", card("{\"format\":".repeat(100_000)), "not valid JSON", "restore the file"),
                bad("larger than any card", card(" ".repeat(17 << 20)), "larger than 16 MiB", "right file"),
                bad("not text", folder -> Files.write(folder.resolve(ModelFolder.CARD), new byte[] {(byte) 0xff, 0x7b}),
                        "not text in UTF-8", "Save it in UTF-8"),
                bad("another form", inCard("\"format\" : 1", "\"format\" : 2"), "has the form 2", "Use the version"),
                bad("a huge form", inCard("\"format\" : 1", "\"format\" : 1e999"), "has the form", "Use the version"),
                bad("a field of a later version", inCard("\"format\" : 1", "\"format\" : 1, \"ensemble\" : 3"),
                        "has the field 'ensemble'", "Use the version"),
                bad("a field twice", inCard("\"format\" : 1", "\"format\" : 1, \"format\" : 1"), "Duplicate field",
                        "restore the file"),
                bad("a missing field", inCard("\"licence\"", "\"remarks2\""), "has the field 'remarks2'",
                        "Use the version"),
                bad("huge filters", inCard("\"filters\" : 2", "\"filters\" : 2000000000"), "1 to 512 filters",
                        "restore the file"),
                bad("filters beyond numbers", inCard("\"filters\" : 2", "\"filters\" : 99999999999999999999"),
                        "at parameters.filters", "restore the file"),
                bad("a huge input", inCard("\"inputNx\" : 4", "\"inputNx\" : 1000000000"), "up to 1024",
                        "restore the file"),
                bad("a fraction of a level", inCard("\"levels\" : 1", "\"levels\" : 1.5"), "a whole number",
                        "restore the file"),
                bad("no number", inCard("\"ctOutsideHu\" : -1000.0", "\"ctOutsideHu\" : \"NaN\""), "finite",
                        "restore the file"),
                bad("clipping the wrong way", inCard("\"clipLow\" : -200.0", "\"clipLow\" : 900.0"), "the lower first",
                        "restore the file"),
                bad("another channel", inCard("\"spect\",", "\"mri\","), "at channels", "restore the file"));
    }

    static Stream<Arguments> weights() throws IOException {
        NetworkWeights other = WeightInitialiser.initialise(
                new HybridUNet().build(new ArchitectureParameters(3, 1, 4, 6, 8)), Initialisation.PLAIN, 1);
        NetworkWeights oneChannel = WeightInitialiser.initialise(new StandardUNet().build(ModelSamples.SIZE),
                Initialisation.PLAIN, 1);
        Map<String, Tensor> further = new LinkedHashMap<>(ModelSamples.WEIGHTS.tensors());
        further.put("up9.conv1.bias", new Tensor(List.of(1), new float[1]));
        return Stream.of(
                bad("no weights", folder -> Files.delete(folder.resolve(ModelFolder.WEIGHTS)), "cannot be read",
                        "copy the file from its source"),
                bad("tampered", folder -> {
                    byte[] bytes = Files.readAllBytes(folder.resolve(ModelFolder.WEIGHTS));
                    bytes[bytes.length - 3] ^= 1;
                    Files.write(folder.resolve(ModelFolder.WEIGHTS), bytes);
                }, "its SHA-256 differs", "Copy both again"),
                bad("cut short", folder -> {
                    byte[] bytes = Files.readAllBytes(folder.resolve(ModelFolder.WEIGHTS));
                    Files.write(folder.resolve(ModelFolder.WEIGHTS), Arrays.copyOf(bytes, bytes.length - 4));
                }, "its SHA-256 differs", "Copy both again"),
                bad("empty, and the card's", bytes(new byte[0]), "fewer than eight bytes", "Copy it again"),
                bad("no safetensors, and the card's", bytes("PK\3\4 a zip file".getBytes(StandardCharsets.US_ASCII)), "its header has",
                        "Copy it again"),
                bad("of more filters", weights(other), "down0.conv1.weight has the shape [3, 2, 3, 3, 3] instead of"
                        + " [2, 2, 3, 3, 3]", "Use the card that belongs"),
                bad("of one channel", weights(oneChannel), "down0.conv1.weight has the shape [2, 1, 3, 3, 3]",
                        "Use the card that belongs"),
                bad("without a layer", weights(without("up0.conv2.bias")), "up0.conv2.bias is missing",
                        "Use the card that belongs"),
                bad("with a layer more", weights(new NetworkWeights(further)), "up9.conv1.bias belongs to no layer",
                        "Use the card that belongs"),
                bad("not a number", weights(with("bottom.conv1.weight", Float.NaN)),
                        "not a number, in bottom.conv1.weight", "train again"),
                bad("infinite", weights(with("up0.conv1.bias", Float.NEGATIVE_INFINITY)),
                        "not a number, in up0.conv1.bias", "train again"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cards", "weights"})
    void badNetwork_isRefusedWithCauseAndRemedy(String name, Damage damage, String cause, String remedy)
            throws Exception {
        ModelSamples.write(folder);
        damage.to(folder);
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> ModelFolder.readWeights(folder, ModelFolder.readCard(folder), ModelSamples.GRAPH), name);
        String message = refused.getMessage();
        assertEquals(Kind.INPUT, refused.kind(), message);
        assertTrue(message.contains(folder.toString()), message);
        assertTrue(message.contains(cause), message);
        assertTrue(message.contains(remedy), message);
        assertTrue(message.length() < 500, message);
    }
}

package org.glomera.network.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.glomera.core.GlomeraException;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {

    /** Reads the file as its description says, with Python's own struct and json alone. */
    private static final String PYTHON = String.join("\n",
            "import json, struct, sys",
            "b = open(sys.argv[1], 'rb').read()",
            "n = struct.unpack('<Q', b[:8])[0]",
            "h = json.loads(b[8:8 + n])",
            "print(h.pop('__metadata__')['note'])",
            "for name, t in h.items():",
            "    i, j = t['data_offsets']",
            "    print(name, t['dtype'], t['shape'], struct.unpack('<%df' % ((j - i) // 4), b[8 + n + i:8 + n + j]))",
            "print(len(b) - 8 - n, n % 8)");

    @TempDir
    Path folder;

    private static NetworkWeights weights() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("up1.conv1.weight", new Tensor(List.of(2, 1, 3), new float[] {1, -2, 0.5f, 3, 4, -0.25f}));
        tensors.put("up1.conv1.bias", new Tensor(List.of(2), new float[] {Float.MIN_VALUE, -0f}));
        return new NetworkWeights(tensors);
    }

    @Test
    void read_givesBackWhatWasWritten() throws GlomeraException {
        Path file = folder.resolve("w.safetensors");
        SafeTensors.write(file, weights(), Map.of("note", "größer"));
        SafeTensors.Content read = SafeTensors.read(file);
        assertEquals(List.copyOf(weights().tensors().keySet()), List.copyOf(read.weights().tensors().keySet()));
        assertEquals(weights().shapes(), read.weights().shapes());
        assertEquals(Map.of("note", "größer"), read.metadata());
        for (String name : weights().tensors().keySet()) {
            assertArrayEquals(weights().require(name).values(), read.weights().require(name).values(), 0);
        }
    }

    @Test
    void read_givesBackATensorThatIsLargerThanTheBuffer() throws GlomeraException {
        float[] values = new float[700_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        Path file = folder.resolve("large.safetensors");
        SafeTensors.write(file, new NetworkWeights(Map.of("t", new Tensor(List.of(values.length), values))), Map.of());
        assertArrayEquals(values, SafeTensors.read(file).weights().require("t").values(), 0);
    }

    @Test
    void write_isReadByPython() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "There is no Python to read the file with.");
        Path file = folder.resolve("w.safetensors");
        SafeTensors.write(file, weights(), Map.of("note", "by Glomera"));
        Process process = new ProcessBuilder(python.toString(), "-c", PYTHON, file.toString())
                .redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        // 8 floats are 32 bytes; the header's length is a multiple of 8
        assertEquals(List.of("by Glomera",
                "up1.conv1.weight F32 [2, 1, 3] (1.0, -2.0, 0.5, 3.0, 4.0, -0.25)",
                "up1.conv1.bias F32 [2] (1.401298464324817e-45, -0.0)", "32 0"), printed.lines().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | need 8 bytes",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 12 | need 8 bytes",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | gap",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"u\":{\"dtype\":\"F32\",\"shape\":[2],"
                + "\"data_offsets\":[4,12]}} | 12 | overlaps",
        "{\"t\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}} | 8 | type F32",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | 8 | fit its shape",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | 8 | size of -2",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}} | 8 | larger than an array",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}} | 8 | lies at -8",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,99999999999999999999]}} | 8 | lies at",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2]}} | 8 | no place",
        "{\"t\":7} | 8 | type F32",
        "{\"__metadata__\":{\"a\":1}} | 0 | no text",
        "[1,2] | 0 | JSON object",
        "{\"t\":{},\"t\":{}} | 0 | a name twice",
        "{\"t\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}} | 8 | type F32",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}} | 0 | size of 0",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,8]}} | 8 | larger than an array",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,2],\"data_offsets\":[0,8]}} | 8 | no shape",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | 8 | fit its shape",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} {} | 8 | not JSON",
        "{\"t\": | 0 | not JSON",
    })
    void read_refusesAHeaderThatIsNotTrue(String header, int dataBytes, String words) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        assertRefused(file(text.length, text, dataBytes), words);
    }

    @Test
    void read_refusesAHeaderThatIsLongerThanTheFile() throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        assertRefused(file(1L << 40, text, 0), "header has");
        assertRefused(file(-1, text, 0), "header has");
        assertRefused(file(Long.MAX_VALUE, text, 0), "header has");
        // 2 as eight big-endian bytes
        assertRefused(file(2L << 56, text, 0), "header has 144115188075855872 bytes");
        // longer than any header, and really there
        assertRefused(file(17 << 20, new byte[17 << 20], 0), "header has 17825792 bytes");
        assertRefused(file(3, text, 0), "header has");
    }

    @Test
    void read_refusesEveryFileThatWasCutShort() throws IOException, GlomeraException {
        Path whole = folder.resolve("whole.safetensors");
        SafeTensors.write(whole, weights(), Map.of("note", "x"));
        byte[] bytes = Files.readAllBytes(whole);
        List<Integer> read = new ArrayList<>();
        for (int length = 0; length < bytes.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
            try {
                SafeTensors.read(cut);
                read.add(length);
            } catch (GlomeraException expected) {
                assertTrue(expected.getMessage().contains("cut"), expected.getMessage());
            }
        }
        assertEquals(List.of(), read);
    }

    @Test
    void read_namesAFileThatIsNotThere() {
        String message = assertThrows(GlomeraException.class, () -> SafeTensors.read(folder.resolve("none")))
                .getMessage();
        assertTrue(message.contains("none' is not there"), message);
    }

    private Path file(long headerBytes, byte[] header, int dataBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(headerBytes).put(header);
        return Files.write(folder.resolve("hostile.safetensors"), bytes.array());
    }

    private static void assertRefused(Path file, String words) {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> SafeTensors.read(file));
        assertEquals(GlomeraException.Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertTrue(refused.getMessage().contains("hostile.safetensors"), refused.getMessage());
    }
}

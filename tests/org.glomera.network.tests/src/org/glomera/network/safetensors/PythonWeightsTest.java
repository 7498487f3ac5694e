package org.glomera.network.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code docs/python/weights.py}, where Python has numpy: the same names, shapes and values both ways. */
class PythonWeightsTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String ROUND = String.join("\n",
            "import sys",
            "sys.dont_write_bytecode = True",
            "sys.path.insert(0, sys.argv[1])",
            "from weights import read_safetensors, write_safetensors",
            "tensors = read_safetensors(sys.argv[2])",
            "for name, values in tensors.items():",
            "    print(name, list(values.shape), values.dtype, [float(v).hex() for v in values.ravel()[:4]])",
            "write_safetensors(sys.argv[3], tensors)");

    @TempDir
    Path folder;

    private static String run(String... arguments) throws Exception {
        String[] line = new String[arguments.length + 1];
        line[0] = PYTHON.toString();
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    private static boolean hasNumpy() throws Exception {
        return Files.isExecutable(PYTHON) && new ProcessBuilder(PYTHON.toString(), "-c", "import numpy")
                .redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void python_readsNamesShapesAndValues_andWritesWhatIsReadBack() throws Exception {
        assumeTrue(hasNumpy(), "Python has no numpy here.");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        // anisotropic on purpose: 2 outputs, 1 input, z 3, y 1, x 2
        tensors.put("down0.conv1.weight", new Tensor(List.of(2, 1, 3, 1, 2),
                new float[] {0.1f, -2.5f, Float.MIN_VALUE, -0f, 3e38f, 1, 2, 3, 4, 5, 6, 7}));
        tensors.put("down0.conv1.bias", new Tensor(List.of(2), new float[] {1f / 3, -7}));
        Path ours = folder.resolve("ours.safetensors");
        Path theirs = folder.resolve("theirs.safetensors");
        SafeTensors.write(ours, new NetworkWeights(tensors), Map.of("note", "by Glomera"));
        String docs = Path.of(System.getProperty("glomera.root"), "docs/python").toString();
        // 0.1f is 13421773 / 2^27, Float.MIN_VALUE is 2^-149, 1/3f is 11184811 / 2^25
        assertEquals(List.of(
                "down0.conv1.weight [2, 1, 3, 1, 2] float32 ['0x1.99999a0000000p-4', '-0x1.4000000000000p+1',"
                        + " '0x1.0000000000000p-149', '-0x0.0p+0']",
                "down0.conv1.bias [2] float32 ['0x1.5555560000000p-2', '-0x1.c000000000000p+2']"),
                run("-c", ROUND, docs, ours.toString(), theirs.toString()).lines().toList());
        NetworkWeights back = SafeTensors.read(theirs).weights();
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(back.tensors().keySet()));
        tensors.forEach((name, tensor) -> {
            assertEquals(tensor.shape(), back.require(name).shape());
            assertArrayEquals(tensor.values(), back.require(name).values(), 0);
        });
    }
}

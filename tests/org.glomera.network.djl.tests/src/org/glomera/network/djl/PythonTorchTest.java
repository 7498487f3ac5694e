package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Predictor;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The networks of {@code docs/python} in Python's PyTorch, where that is installed: the same weights, the same output. */
class PythonTorchTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int NX = 12;
    private static final int NY = 8;
    private static final int NZ = 16;
    /** What model.json says that the script reads. */
    private static final String CARD = "{\"title\":\"Small\",\"architecture\":\"hybrid\",\"channels\":[\"spect\",\"ct\"],"
            + "\"parameters\":{\"filters\":3,\"levels\":2}}";

    @TempDir
    Path folder;

    private static boolean hasTorch() throws Exception {
        return Files.isExecutable(PYTHON) && new ProcessBuilder(PYTHON.toString(), "-c", "import torch, numpy")
                .redirectErrorStream(true).start().waitFor() == 0;
    }

    /** The axes differ in length, so a network whose axes were exchanged could not give the same. */
    @Test
    void pythonsPyTorch_givesTheSameOutputForTheSameFile() throws Exception {
        assumeTrue(hasTorch(), "Python has no PyTorch here.");
        NetworkGraph graph = new HybridUNet().build(new ArchitectureParameters(3, 2, NX, NY, NZ));
        NetworkWeights weights = WeightInitialiser.initialise(graph, Initialisation.PLAIN, 5);
        SafeTensors.write(folder.resolve("weights.safetensors"), weights, Map.of());
        Files.writeString(folder.resolve("model.json"), CARD);
        float[][] channels = new float[2][NX * NY * NZ];
        float[] together = new float[2 * NX * NY * NZ];
        for (int i = 0; i < together.length; i++) {
            together[i] = (float) Math.sin(i * 0.37) + i % 7 * 0.1f;
            channels[i / (NX * NY * NZ)][i % (NX * NY * NZ)] = together[i];
        }
        float[] output;
        try (Predictor predictor = new PyTorchEngine().openPredictor(graph, weights, 1)) {
            output = predictor.predict(channels);
        }
        write("input", List.of(2, NZ, NY, NX), together, "input.safetensors");
        write("probability", List.of(1, NZ, NY, NX), output, "output.safetensors");
        Path script = Path.of(System.getProperty("glomera.root"), "docs/python/compare.py");
        Process process = new ProcessBuilder(PYTHON.toString(), "-B", script.toString(), folder.toString(),
                folder.toString()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        // the script ends with 1 where they differ by more than 1e-4
        assertEquals(0, process.exitValue(), printed);
        assertTrue(printed.contains("1536 voxels"), printed);
    }

    private void write(String name, List<Integer> shape, float[] values, String file) throws Exception {
        SafeTensors.write(folder.resolve(file), new NetworkWeights(Map.of(name, new Tensor(shape, values))), Map.of());
    }
}

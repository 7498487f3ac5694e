package org.glomera.pipeline.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.model.Handover;
import org.glomera.network.model.InputPreparation;
import org.glomera.network.model.ModelCard;
import org.glomera.network.model.ModelFolder;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;
import org.glomera.pipeline.models.TrainedModels.Pass;
import org.glomera.pipeline.models.TrainedModels.Verified;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.testing.SmallStudy;
import org.glomera.pipeline.testing.TestComponents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedModelsTest {

    private static final List<Integer> INPUT = List.of(2, 16, 16, 16);

    @TempDir
    Path folder;

    private final TrainedModels models = new TrainedModels(new TestComponents());
    private Path model;
    private NetworkWeights weights;

    @BeforeEach
    void writeModel() throws GlomeraException {
        NetworkPreset preset = SmallStudy.preset().networks().get(0);
        NetworkGraph graph = new HybridUNet().build(preset.parameters());
        model = folder.resolve("model");
        weights = WeightInitialiser.initialise(graph, preset.training().initialisation(), 1);
        SafeTensors.write(model.resolve(ModelFolder.WEIGHTS), weights, Map.of());
        ModelFolder.writeCard(model, new ModelCard(ModelCard.FORMAT, preset.name(), preset.title(), preset.architecture(),
                preset.parameters(), preset.channels(), new InputPreparation(16, 16, 16,
                        preset.preparation().intensity(), -1000, new Vector3(400, 400, 300)), "kidney",
                preset.training(), 1, Map.of(), Map.of(), Map.of(), Map.of(), "", "EPL-2.0", List.of(), Instant.EPOCH));
    }

    /** The stand-in's answer is 1 / (1 + exp(-(2 (x - 1.8) + 0.2 w))) of the first channel. */
    @Test
    void pass_ofAGivenInput_writesInputAndOutputAsTheyWere() throws GlomeraException {
        float[] values = new float[2 * 16 * 16 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 11 * 0.25f;
        }
        Path input = folder.resolve("mine.safetensors");
        SafeTensors.write(input, new NetworkWeights(Map.of("input", new Tensor(INPUT, values))), Map.of());
        Path out = folder.resolve("out");
        Pass pass = models.pass(models.verify(model), Optional.of(input), Optional.of(out), new NullProgressMonitor());
        assertArrayEquals(values, SafeTensors.read(out.resolve("input.safetensors")).weights().require("input").values());
        Tensor output = SafeTensors.read(out.resolve("output.safetensors")).weights().require("probability");
        assertEquals(List.of(1, 16, 16, 16), output.shape());
        double w = weights.tensors().values().iterator().next().values()[0];
        // 7 % 11 * 0.25 = 1.75; the smallest input is 0, the largest 2.5
        assertEquals(1 / (1 + Math.exp(-(2 * (1.75 - 1.8) + 0.2 * w))), output.values()[7], 1e-6);
        assertEquals(1 / (1 + Math.exp(-(2 * (0 - 1.8) + 0.2 * w))), pass.lowest(), 1e-6);
        assertEquals(1 / (1 + Math.exp(-(2 * (2.5 - 1.8) + 0.2 * w))), pass.highest(), 1e-6);
        assertTrue(pass.mean() > pass.lowest() && pass.mean() < pass.highest());
    }

    @Test
    void pass_withoutAnInput_takesTheSameNumbersEachTime() throws Exception {
        Verified network = models.verify(model);
        for (String out : List.of("one", "two")) {
            models.pass(network, Optional.empty(), Optional.of(folder.resolve(out)), new NullProgressMonitor());
        }
        assertEquals(-1, Files.mismatch(folder.resolve("one/input.safetensors"), folder.resolve("two/input.safetensors")));
        float[] values = SafeTensors.read(folder.resolve("one/input.safetensors")).weights().require("input").values();
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        // 8192 normal numbers: their mean lies within five standard errors of 0
        assertEquals(0, sum / values.length, 5 / Math.sqrt(8192));
    }

    @Test
    void inputOfAnotherNetwork_isRefusedWithBothShapes() throws GlomeraException {
        Path input = folder.resolve("small.safetensors");
        SafeTensors.write(input, new NetworkWeights(Map.of("input", new Tensor(List.of(1, 2, 2, 2), new float[8]))),
                Map.of());
        Verified network = models.verify(model);
        GlomeraException refused = assertThrows(GlomeraException.class, () -> models.pass(network, Optional.of(input),
                Optional.empty(), new NullProgressMonitor()));
        assertEquals(Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("[2, 16, 16, 16]") && refused.getMessage().contains("[1, 2, 2, 2]"),
                refused.getMessage());
    }

    @Test
    void pass_isGivenUpWhenCancelled() throws GlomeraException {
        Verified network = models.verify(model);
        NullProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> models.pass(network, Optional.empty(),
                Optional.of(folder.resolve("out")), cancelled));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    /** The stand-in for the plug-ins takes every id but hybrid for the network that sees CT alone. */
    @Test
    void cardOfAnotherArchitecture_isRefused() throws Exception {
        Path card = model.resolve(ModelFolder.CARD);
        Files.writeString(card, Files.readString(card).replace("\"architecture\" : \"hybrid\"",
                "\"architecture\" : \"standard\""));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> models.verify(model));
        assertTrue(refused.getMessage().contains("sees [SPECT, CT], but its architecture 'standard' sees [CT]"),
                refused.getMessage());
        assertThrows(GlomeraException.class, () -> models.handOn(model, folder.resolve("x.zip"),
                Handover.Options.USUAL));
        assertFalse(Files.exists(folder.resolve("x.zip")));
    }
}

package org.glomera.network.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.file.Digests;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.image.intensity.IntensityNormalisation.ClipBy;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Decay;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.WeightInitialiser;
import org.glomera.network.unet.HybridUNet;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    private static final ArchitectureParameters SIZE = new ArchitectureParameters(2, 1, 4, 6, 8);
    private static final NetworkGraph GRAPH = new HybridUNet().build(SIZE);
    private static final NetworkWeights WEIGHTS = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 1);

    @TempDir
    Path folder;

    private static ModelCard card() {
        InputPreparation preparation = new InputPreparation(4, 6, 8,
                Map.of(Channel.CT, new IntensityNormalisation(-200, 300, ClipBy.VALUE, true), Channel.SPECT,
                        new IntensityNormalisation(0, 99.5, ClipBy.PERCENTILE, false)), -1000, new Vector3(396, 396, 360));
        TrainingConfiguration training = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.1, 0, false, 0, 0, 0,
                Decay.CONSTANT, 0, 100, 1, 1, 2, Initialisation.PLAIN);
        return new ModelCard(ModelCard.FORMAT, "network1", "Hybrid network", "hybrid", SIZE,
                List.of(Channel.SPECT, Channel.CT), preparation, "probability that a voxel belongs to a kidney",
                training, 100, Map.of("P002", "ab", "P001", "cd"), Map.of(), Map.of("mean_dice", 0.9), Map.of("glomera", "0.1"),
                "", "EPL-2.0", List.of("Phantoms only."), Instant.parse("2026-11-23T08:00:00Z"));
    }

    @BeforeEach
    void writeModel() throws GlomeraException {
        SafeTensors.write(folder.resolve(ModelFolder.WEIGHTS), WEIGHTS, Map.of());
        ModelFolder.writeCard(folder, card());
    }

    @Test
    void read_givesBackCardAndWeights() throws GlomeraException, IOException {
        ModelCard read = ModelFolder.readCard(folder);
        assertEquals(card().withWeightsSha256(Digests.sha256(folder.resolve(ModelFolder.WEIGHTS))), read);
        assertEquals(WEIGHTS.shapes(), ModelFolder.readWeights(folder, read, GRAPH).shapes());
        assertTrue(Files.readString(folder.resolve(ModelFolder.CARD)).contains("\"spect\""));
    }

    @Test
    void windows_standInTheFileOnlyWhereTheySlide() throws GlomeraException, IOException {
        assertFalse(Files.readString(folder.resolve(ModelFolder.CARD)).contains("windows"));
        InputPreparation plain = card().preparation();
        InputPreparation sliding = new InputPreparation(4, 6, 8, plain.intensity(), -1000, plain.fieldOfViewMm(),
                InputWindows.SLIDING);
        StudyJson.write(folder.resolve("preparation.json"), sliding);
        assertTrue(Files.readString(folder.resolve("preparation.json")).contains("\"windows\" : \"sliding\""));
        assertEquals(sliding, StudyJson.read(folder.resolve("preparation.json"), InputPreparation.class));
    }

    @Test
    void readWeights_refusesAFileThatIsNotTheCards() throws GlomeraException {
        ModelCard card = ModelFolder.readCard(folder);
        SafeTensors.write(folder.resolve(ModelFolder.WEIGHTS),
                WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 2), Map.of());
        assertRefused("its SHA-256 differs", card, GRAPH);
    }

    @Test
    void readWeights_refusesThoseOfAnotherNetwork() throws GlomeraException {
        NetworkGraph other = new HybridUNet().build(new ArchitectureParameters(3, 1, 4, 6, 8));
        assertRefused("down0.conv1.weight has the shape", ModelFolder.readCard(folder), other);
    }

    @Test
    void readWeights_refusesAValueThatIsNotANumber() throws GlomeraException {
        NetworkWeights broken = WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 2);
        broken.require("output.bias").values()[0] = Float.NaN;
        SafeTensors.write(folder.resolve(ModelFolder.WEIGHTS), broken, Map.of());
        ModelFolder.writeCard(folder, card());
        assertRefused("not a number", ModelFolder.readCard(folder), GRAPH);
    }

    @Test
    void readCard_saysThatAFolderWithoutACardIsNoNetwork() {
        Path run = folder.resolve("run");
        String message = assertThrows(GlomeraException.class, () -> ModelFolder.readCard(run)).getMessage();
        assertTrue(message.contains("'" + run + "' holds no trained network"), message);
    }

    @Test
    void readCard_refusesAnotherForm() throws IOException {
        Path file = folder.resolve(ModelFolder.CARD);
        Files.writeString(file, Files.readString(file).replace("\"format\" : 1", "\"format\" : 2"));
        String message = assertThrows(GlomeraException.class, () -> ModelFolder.readCard(folder)).getMessage();
        assertTrue(message.contains("form 2"), message);
    }

    @Test
    void readCard_refusesAModelWithoutItsPreparation() throws IOException {
        Path file = folder.resolve(ModelFolder.CARD);
        Files.writeString(file, Files.readString(file).replace("\"spect\" : {", "\"mri\" : {"));
        String message = assertThrows(GlomeraException.class, () -> ModelFolder.readCard(folder)).getMessage();
        assertTrue(message.contains("model.json"), message);
    }

    private void assertRefused(String words, ModelCard card, NetworkGraph graph) {
        GlomeraException refused = assertThrows(GlomeraException.class,
                () -> ModelFolder.readWeights(folder, card, graph));
        assertEquals(GlomeraException.Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }
}

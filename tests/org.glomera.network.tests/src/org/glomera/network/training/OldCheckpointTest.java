package org.glomera.network.training;

import static org.glomera.network.training.TrainingLoopTest.GRAPH;
import static org.glomera.network.training.TrainingLoopTest.images;
import static org.glomera.network.training.TrainingLoopTest.killAt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.network.graph.NetworkWeights;
import org.glomera.network.graph.Tensor;
import org.glomera.network.safetensors.SafeTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that were written before Adam, validation and step decay existed. */
class OldCheckpointTest {

    private static final TrainingConfiguration FOUR_EPOCHS = TrainingConfigurationTest.DEMO.withEpochs(4);

    /** What the program wrote then as metadata after two epochs, but for the network's digest. */
    private static final String METADATA = """
            {
              "format" : 2,
              "step" : 10,
              "network" : "%s",
              "trainingImages" : 5,
              "configuration" : {
                "loss" : "dice",
                "optimiser" : "sgd",
                "learningRate" : 0.02,
                "momentum" : 0.9,
                "nesterov" : true,
                "weightDecay" : 0.0,
                "gradientNormLimit" : 1.0,
                "warmUpSteps" : 20,
                "decay" : "polynomial",
                "decayPower" : 0.9,
                "epochs" : 4,
                "batch" : 1,
                "seed" : 11,
                "threads" : 2,
                "initialisation" : {
                  "outputDeviation" : 0.05,
                  "outputBias" : -2.0
                }
              },
              "attempt" : 0,
              "curve" : [
                {
                  "epoch" : 1,
                  "trainingDice" : 0.75,
                  "testDice" : 0.8333333333333333
                },
                {
                  "epoch" : 2,
                  "trainingDice" : 0.75,
                  "testDice" : 0.8333333333333333
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    private TrainingResult run(Path run, TrainingListener listener) throws GlomeraException {
        return new TrainingLoop(new LineEngine()).run(GRAPH, FOUR_EPOCHS, TrainingData.of(images(5), images(2)), run,
                listener, new NullProgressMonitor());
    }

    @Test
    void training_goesOnFromACheckpointOfBefore() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        run(undisturbed, TrainingListener.SILENT);
        Path old = folder.resolve("old");
        assertThrows(IllegalStateException.class, () -> run(old, killAt(10)));
        Path file = old.resolve(TrainingLoop.CHECKPOINT);
        SafeTensors.Content content = SafeTensors.read(file);
        String written = content.metadata().get("training");
        String digest = written.replaceAll("(?s).*\"network\" : \"([0-9a-f]{64})\".*", "$1");
        // Weights under weights/, then momentum under momentum/; nothing else.
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String prefix : new String[] {"weights/", "momentum/"}) {
            GRAPH.weightShapes().keySet().forEach(name -> tensors.put(prefix + name,
                    content.weights().require(prefix + name)));
        }
        SafeTensors.write(file, new NetworkWeights(tensors), Map.of("training", METADATA.formatted(digest)));
        assertEquals(2, run(old, TrainingListener.SILENT).resumedFrom());
        assertArrayEquals(Files.readAllBytes(undisturbed.resolve("weights.safetensors")),
                Files.readAllBytes(old.resolve("weights.safetensors")));
    }

    @Test
    void checkpoint_ofATrainingWithoutLaterSettingsIsWrittenAsBefore() throws GlomeraException {
        assertThrows(IllegalStateException.class, () -> run(folder, killAt(10)));
        SafeTensors.Content content = SafeTensors.read(folder.resolve(TrainingLoop.CHECKPOINT));
        String written = content.metadata().get("training");
        assertEquals(METADATA, written.replaceAll("\"[0-9a-f]{64}\"", "\"%s\""));
        assertEquals(2 * GRAPH.weightShapes().size(), content.weights().tensors().size());
    }
}

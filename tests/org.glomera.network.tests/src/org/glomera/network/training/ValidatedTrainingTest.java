package org.glomera.network.training;

import static org.glomera.network.training.TrainingLoopTest.GRAPH;
import static org.glomera.network.training.TrainingLoopTest.bytes;
import static org.glomera.network.training.TrainingLoopTest.images;
import static org.glomera.network.training.TrainingLoopTest.killAt;
import static org.glomera.network.training.TrainingLoopTest.stopAfter;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Epochs have 5 steps. The second voxel, which belongs to the validation image's mask, is best after epoch 3. */
class ValidatedTrainingTest {

    private static final TrainingConfiguration TEN = TrainingConfigurationTest.DEMO.change().epochs(10)
            .patienceEpochs(3).smallestGain(0.001).configuration();
    private static final List<String> FILES = List.of("weights.safetensors", "curve.csv", TrainingLoop.CHECKPOINT,
            "checkpoint/best-0-3.safetensors");

    @TempDir
    Path folder;

    private final LineEngine engine = new LineEngine();

    ValidatedTrainingTest() {
        engine.secondVoxel = steps -> 1 - Math.abs(steps - 15) / 50.0;
    }

    private static TrainingData data(SampleSource validation) {
        return new TrainingData(images(5), validation, images(2), Optional.empty());
    }

    /** One image, whose mask is the first two voxels. */
    private static SampleSource two() {
        float[] mask = new float[GRAPH.voxelCount()];
        mask[0] = 1;
        mask[1] = 1;
        return SampleSource.of(List.of(new Sample(new float[][] {new float[mask.length]}, mask)));
    }

    private TrainingResult run(TrainingConfiguration configuration, Path run, TrainingListener listener)
            throws GlomeraException {
        return new TrainingLoop(engine).run(GRAPH, configuration, data(two()), run, listener,
                new NullProgressMonitor());
    }

    @Test
    void run_endsAfterThePatienceAndReportsTheBestEpochsWeights() throws GlomeraException, IOException {
        // Epoch 3 is the best; 4, 5 and 6 gain nothing.
        TrainingResult result = run(TEN, folder.resolve("early"), TrainingListener.SILENT);
        assertEquals(6, result.curve().size());
        assertEquals(3, result.reportedEpoch());
        assertTrue(result.endedEarly());
        Path three = folder.resolve("three");
        assertThrows(IllegalStateException.class, () -> run(TEN.change().patienceEpochs(0).smallestGain(0)
                .configuration(), three, killAt(15)));
        assertArrayEquals(bytes(three, "weights.safetensors"), bytes(folder.resolve("early"), "weights.safetensors"));
        assertEquals(engine.opened, engine.closed);
    }

    @Test
    void curve_hasAColumnOfValidation() throws GlomeraException, IOException {
        run(TEN, folder, TrainingListener.SILENT);
        List<String> lines = Files.readAllLines(folder.resolve("curve.csv"));
        assertEquals("epoch,training_dice,test_dice,validation_dice", lines.get(0));
        // After epoch 3 the output is (1, 1) and the mask (1, 1): D = 1.
        assertTrue(lines.get(3).endsWith(",1.0"), lines.get(3));
    }

    @Test
    void run_thatWasKilledInAnyEpochEndsLikeOneThatWasNot() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        run(TEN, undisturbed, TrainingListener.SILENT);
        for (int killed = 1; killed <= 5; killed++) {
            Path disturbed = folder.resolve("killed" + killed);
            int lastStep = killed * 5 + 3;
            assertThrows(IllegalStateException.class, () -> run(TEN, disturbed, killAt(lastStep)));
            TrainingResult result = run(TEN, disturbed, TrainingListener.SILENT);
            assertEquals(killed, result.resumedFrom());
            assertEquals(3, result.reportedEpoch());
            for (String file : FILES) {
                assertArrayEquals(bytes(undisturbed, file), bytes(disturbed, file), file + " after " + killed);
            }
        }
        // Of the best epochs before, nothing is left.
        try (Stream<Path> files = Files.list(undisturbed.resolve("checkpoint"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void run_thatHadEndedEarlyEndsAgainWithoutAStep() throws GlomeraException, IOException {
        run(TEN, folder, TrainingListener.SILENT);
        byte[] weights = bytes(folder, "weights.safetensors");
        Files.delete(folder.resolve("weights.safetensors"));
        engine.seen.clear();
        TrainingResult again = run(TEN, folder, TrainingListener.SILENT);
        assertTrue(again.endedEarly());
        assertEquals(6, again.resumedFrom());
        assertEquals(List.of(), engine.seen);
        assertArrayEquals(weights, bytes(folder, "weights.safetensors"));
    }

    @Test
    void run_thatIsStoppedAndKeptGivesTheBestEpochSoFarAndGoesOn() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        run(TEN, undisturbed, TrainingListener.SILENT);
        Path kept = folder.resolve("kept");
        TrainingResult early = run(TEN, kept, stopAfter(23));
        assertEquals(4, early.curve().size());
        assertEquals(3, early.reportedEpoch());
        assertFalse(early.endedEarly());
        assertArrayEquals(bytes(undisturbed, "weights.safetensors"), bytes(kept, "weights.safetensors"));
        run(TEN, kept, TrainingListener.SILENT);
        for (String file : FILES) {
            assertArrayEquals(bytes(undisturbed, file), bytes(kept, file), file);
        }
    }

    @Test
    void run_withValidationButWithoutEarlyStoppingReportsTheLastEpoch() throws GlomeraException {
        TrainingResult result = run(TEN.change().patienceEpochs(0).smallestGain(0).configuration(), folder,
                TrainingListener.SILENT);
        assertEquals(10, result.reportedEpoch());
        assertFalse(result.endedEarly());
        assertEquals(1, result.curve().get(2).validationDice(), 0);
    }

    @Test
    void run_neverWatchesTheTestCases() throws GlomeraException {
        // With the roles of validation and test changed, no validation voxel depends on the steps: epoch 1 stays best.
        SampleSource first = images(1);
        TrainingResult result = new TrainingLoop(engine).run(GRAPH, TEN, new TrainingData(images(5), first, two(),
                Optional.empty()), folder, TrainingListener.SILENT, new NullProgressMonitor());
        // The second voxel is wrong there, so its Dice is best where the voxel is smallest: after epoch 1.
        assertEquals(1, result.reportedEpoch());
        assertEquals(1, result.curve().get(2).testDice(), 0);
    }

    @Test
    void run_refusesEarlyStoppingWithoutValidationImages() {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> new TrainingLoop(engine).run(GRAPH, TEN,
                data(images(0)), folder, TrainingListener.SILENT, new NullProgressMonitor()));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains("watches validation cases, and there are none"), refused.getMessage());
    }

    @Test
    void run_refusesACheckpointOfOtherValidationImagesOrOtherFirstWeights() throws GlomeraException {
        TrainingConfiguration plain = TEN.change().patienceEpochs(0).smallestGain(0).epochs(1).configuration();
        run(plain, folder, TrainingListener.SILENT);
        assertRefused("with 1 validation images instead of 2", plain, data(images(2)));
        StartingWeights other = new StartingWeights(WeightInitialiser.initialise(GRAPH, Initialisation.PLAIN, 5),
                "abc");
        assertRefused("that began with other weights", plain, new TrainingData(images(5), two(), images(2),
                Optional.of(other)));
    }

    private void assertRefused(String words, TrainingConfiguration configuration, TrainingData data) {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> new TrainingLoop(engine).run(GRAPH,
                configuration, data, folder, TrainingListener.SILENT, new NullProgressMonitor()));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void run_beginsWithTheWeightsItIsGiven() throws GlomeraException {
        TrainingConfiguration one = TEN.change().patienceEpochs(0).smallestGain(0).epochs(1).seed(3).configuration();
        TrainingResult random = run(one, folder.resolve("random"), TrainingListener.SILENT);
        // The random weights of this very seed, handed over: the same result. Others: another.
        for (long seed : new long[] {3, 4}) {
            StartingWeights start = new StartingWeights(WeightInitialiser.initialise(GRAPH, one.initialisation(), seed),
                    "of seed " + seed);
            TrainingResult given = new TrainingLoop(engine).run(GRAPH, one, new TrainingData(images(5), two(),
                    images(2), Optional.of(start)), folder.resolve("given" + seed), TrainingListener.SILENT,
                    new NullProgressMonitor());
            float[] expected = random.weights().require("output.weight").values();
            float[] actual = given.weights().require("output.weight").values();
            assertEquals(seed == 3, Arrays.equals(expected, actual), "seed " + seed);
        }
    }
}

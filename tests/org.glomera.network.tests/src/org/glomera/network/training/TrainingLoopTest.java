package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.StepResult;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.unet.StandardUNet;
import org.glomera.study.CurvePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {

    static final NetworkGraph GRAPH = new StandardUNet().build(new ArchitectureParameters(1, 1, 2, 4, 6));
    private static final TrainingConfiguration FOUR_EPOCHS = TrainingConfigurationTest.DEMO.withEpochs(4);

    @TempDir
    Path folder;

    private final LineEngine engine = new LineEngine();

    static SampleSource images(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[GRAPH.voxelCount()];
            values[0] = i + 1;
            float[] mask = new float[GRAPH.voxelCount()];
            mask[0] = 1;
            mask[1] = i % 2;
            samples.add(new Sample(new float[][] {values}, mask));
        }
        return SampleSource.of(samples);
    }

    private TrainingResult run(TrainingConfiguration configuration, Path run, TrainingListener listener)
            throws GlomeraException {
        return new TrainingLoop(engine).run(GRAPH, configuration, TrainingData.of(images(5), images(2)), run, listener,
                new NullProgressMonitor());
    }

    static byte[] bytes(Path run, String file) throws IOException {
        return Files.readAllBytes(run.resolve(file));
    }

    @Test
    void run_seesEveryImageOnceAnEpochInTheSeedsOrder() throws GlomeraException {
        run(FOUR_EPOCHS, folder, TrainingListener.SILENT);
        List<Float> expected = new ArrayList<>();
        for (int epoch = 1; epoch <= 4; epoch++) {
            for (int image : ImageOrder.of(FOUR_EPOCHS.seed(), epoch, 5)) {
                expected.add(image + 1f);
            }
        }
        assertEquals(expected, engine.seen);
    }

    @Test
    void run_notesTheMeanDiceOfStepsAndOfTestImages() throws GlomeraException, IOException {
        TrainingResult result = run(FOUR_EPOCHS.withEpochs(1), folder, TrainingListener.SILENT);
        // The output is 1 in voxel 0. Masks {0} and {0, 1}: D = 2 / (1 + 1) = 1 and 2 / (1 + 2) = 2/3, mean 5/6.
        assertEquals(List.of(new CurvePoint(1, 0.75, (1 + 2 / 3.0) / 2)), result.curve());
        assertEquals("epoch,training_dice,test_dice\n1,0.75,0.8333333333333333\n",
                Files.readString(folder.resolve("curve.csv")));
    }

    @Test
    void run_thatWasKilledInAnyEpochEndsLikeOneThatWasNot() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        run(FOUR_EPOCHS, undisturbed, TrainingListener.SILENT);
        for (int killed = 1; killed <= 3; killed++) {
            Path disturbed = folder.resolve("killed" + killed);
            int lastStep = killed * 5 + 3;
            assertThrows(IllegalStateException.class, () -> run(FOUR_EPOCHS, disturbed, killAt(lastStep)));
            TrainingResult result = run(FOUR_EPOCHS, disturbed, TrainingListener.SILENT);
            assertEquals(killed, result.resumedFrom());
            for (String file : List.of("weights.safetensors", "curve.csv", TrainingLoop.CHECKPOINT)) {
                assertArrayEquals(bytes(undisturbed, file), bytes(disturbed, file), file + " after " + killed);
            }
        }
        assertEquals(engine.opened, engine.closed);
    }

    @Test
    void run_writesTheResultsAgainWhenTheyWereLostAfterTheCheckpoint() throws GlomeraException, IOException {
        run(FOUR_EPOCHS, folder, TrainingListener.SILENT);
        byte[] weights = bytes(folder, "weights.safetensors");
        Files.delete(folder.resolve("weights.safetensors"));
        Files.delete(folder.resolve("curve.csv"));
        int opened = engine.opened;
        assertEquals(4, run(FOUR_EPOCHS, folder, TrainingListener.SILENT).resumedFrom());
        assertArrayEquals(weights, bytes(folder, "weights.safetensors"));
        assertEquals(5, Files.readAllLines(folder.resolve("curve.csv")).size());
        assertEquals(opened, engine.opened);
    }

    @Test
    void run_stopsAtALossThatIsNotANumberAndKeepsTheLastGoodEpoch() throws GlomeraException, IOException {
        Path good = folder.resolve("good");
        assertThrows(IllegalStateException.class, () -> run(FOUR_EPOCHS, good, killAt(10)));
        int[] step = {0};
        engine.change = result -> ++step[0] == 13 ? new StepResult(Double.NaN, Double.NaN, Double.NaN) : result;
        Path bad = folder.resolve("bad");
        GlomeraException stopped = assertThrows(GlomeraException.class,
                () -> run(FOUR_EPOCHS, bad, TrainingListener.SILENT));
        assertEquals(Kind.COMPUTATION, stopped.kind());
        assertTrue(stopped.getMessage().contains("step 13 in epoch 3"), stopped.getMessage());
        assertTrue(stopped.getMessage().contains("up to epoch 2 is kept"), stopped.getMessage());
        assertEquals(13, step[0]);
        assertEquals(3, Files.readAllLines(bad.resolve("curve.csv")).size());
    }

    @Test
    void run_saysWhenTheOutputHasFallenToZero() {
        engine.change = result -> new StepResult(1, 1e-9, 0);
        TrainingConfiguration ten = FOUR_EPOCHS.withEpochs(10);
        GlomeraException stopped = assertThrows(GlomeraException.class,
                () -> run(ten, folder, TrainingListener.SILENT));
        assertEquals(Kind.COMPUTATION, stopped.kind());
        assertTrue(stopped.getMessage().contains("fallen to zero"), stopped.getMessage());
        // Thirty steps are enough to tell; four attempts are made.
        assertEquals(4 * 30, engine.seen.size());
    }

    @Test
    void run_beginsAnewWithAnotherSeedWhenTheOutputFallsToZeroAtFirst() throws GlomeraException, IOException {
        TrainingConfiguration ten = FOUR_EPOCHS.withEpochs(10);
        long second = Attempts.seed(ten.seed(), 1);
        Path fresh = folder.resolve("fresh");
        run(ten.withSeed(second), fresh, TrainingListener.SILENT);
        byte[] expected = bytes(fresh, "weights.safetensors");
        engine.change = fallingToZeroInTheFirst(37);
        List<String> heard = new ArrayList<>();
        Path anew = folder.resolve("anew");
        TrainingResult result = run(ten, anew, new TrainingListener() {
            @Override
            public void begunAnew(int times, long seed, String why) {
                heard.add(times + " " + seed + " " + why.contains("fallen to zero"));
            }
        });
        assertEquals(List.of("1 " + second + " true"), heard);
        assertEquals(1, result.begunAnew());
        assertEquals(second, result.seed());
        assertArrayEquals(expected, bytes(anew, "weights.safetensors"));
        assertEquals(10, result.curve().size());
    }

    @Test
    void run_thatBeganAnewAndWasKilledEndsLikeOneThatWasNot() throws GlomeraException, IOException {
        TrainingConfiguration ten = FOUR_EPOCHS.withEpochs(10);
        engine.change = fallingToZeroInTheFirst(37);
        Path undisturbed = folder.resolve("undisturbed");
        run(ten, undisturbed, TrainingListener.SILENT);
        // Killed in epoch 3 of the second attempt: 12 steps of it are made, 10 of them stand on the disk.
        engine.change = fallingToZeroInTheFirst(37);
        Path killed = folder.resolve("killed");
        int[] steps = {0};
        assertThrows(IllegalStateException.class, () -> run(ten, killed, new TrainingListener() {
            @Override
            public void stepDone(TrainingProgress progress) {
                if (++steps[0] == 36 + 12) {
                    throw new IllegalStateException("killed");
                }
            }
        }));
        engine.change = result -> result;
        TrainingResult rest = run(ten, killed, TrainingListener.SILENT);
        assertEquals(2, rest.resumedFrom());
        assertEquals(1, rest.begunAnew());
        for (String file : List.of("weights.safetensors", "curve.csv", TrainingLoop.CHECKPOINT)) {
            assertArrayEquals(bytes(undisturbed, file), bytes(killed, file), file);
        }
    }

    @Test
    void run_keepsWhatWasLearnedWhenTheOutputFallsToZeroLater() throws IOException {
        int[] step = {0};
        // An epoch of 5 steps with a Dice of 0.75 was learned; then 30 steps at zero.
        engine.change = result -> ++step[0] > 5 ? new StepResult(1, 1e-9, 0) : result;
        GlomeraException stopped = assertThrows(GlomeraException.class,
                () -> run(FOUR_EPOCHS.withEpochs(10), folder, TrainingListener.SILENT));
        assertTrue(stopped.getMessage().contains("fallen to zero"), stopped.getMessage());
        assertEquals(5 + 30, engine.seen.size());
        assertEquals("1,0.75,0.8333333333333333", Files.readAllLines(folder.resolve("curve.csv")).get(1));
    }

    /** Steps 8 to {@code last} are at zero, those before have learned nothing much. */
    private static UnaryOperator<StepResult> fallingToZeroInTheFirst(int last) {
        int[] step = {0};
        return result -> {
            step[0]++;
            return step[0] > last ? result : step[0] < 8 ? new StepResult(0.9, 0.1, 1) : new StepResult(1, 1e-9, 0);
        };
    }

    @Test
    void run_refusesTheCheckpointOfAnotherTraining() throws GlomeraException {
        run(FOUR_EPOCHS, folder, TrainingListener.SILENT);
        assertOther("another configuration", GRAPH, FOUR_EPOCHS.withSeed(99), 5);
        assertOther("5 images instead of 6", GRAPH, FOUR_EPOCHS, 6);
        assertOther("another network", new StandardUNet().build(new ArchitectureParameters(2, 1, 2, 4, 6)), FOUR_EPOCHS,
                5);
    }

    private void assertOther(String words, NetworkGraph graph, TrainingConfiguration configuration, int images) {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> new TrainingLoop(engine).run(graph,
                configuration, TrainingData.of(images(images), images(2)), folder, TrainingListener.SILENT, new NullProgressMonitor()));
        assertEquals(Kind.CONFIGURATION, refused.kind());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void run_stopsWhenCancelledAndLeavesNoHalfFile() throws IOException {
        NullProgressMonitor monitor = new NullProgressMonitor();
        TrainingListener cancelling = new TrainingListener() {
            @Override
            public void stepDone(TrainingProgress progress) {
                monitor.setCanceled(progress.step() == 7);
            }
        };
        assertThrows(OperationCanceledException.class, () -> new TrainingLoop(engine).run(GRAPH, FOUR_EPOCHS, TrainingData.of(images(5),
                images(2)), folder, cancelling, monitor));
        assertEquals(7, engine.seen.size());
        assertEquals(1, engine.closed);
        try (Stream<Path> files = Files.walk(folder)) {
            assertFalse(files.anyMatch(AtomicFiles::isLeftover));
        }
    }

    @Test
    void run_thatIsStoppedAndKeptGivesItsLastFinishedEpochAndGoesOnLikeOneThatWasNot() throws GlomeraException,
            IOException {
        Path undisturbed = folder.resolve("undisturbed");
        run(FOUR_EPOCHS, undisturbed, TrainingListener.SILENT);
        Path two = folder.resolve("two");
        assertThrows(IllegalStateException.class, () -> run(FOUR_EPOCHS, two, killAt(10)));
        // Told in the middle of the third epoch: steps 11 to 13 are given up.
        Path kept = folder.resolve("kept");
        engine.seen.clear();
        TrainingResult early = run(FOUR_EPOCHS, kept, stopAfter(13));
        assertEquals(13, engine.seen.size());
        assertEquals(2, early.curve().size());
        assertArrayEquals(bytes(two, "weights.safetensors"), bytes(kept, "weights.safetensors"));
        TrainingResult rest = run(FOUR_EPOCHS, kept, TrainingListener.SILENT);
        assertEquals(2, rest.resumedFrom());
        for (String file : List.of("weights.safetensors", "curve.csv", TrainingLoop.CHECKPOINT)) {
            assertArrayEquals(bytes(undisturbed, file), bytes(kept, file), file);
        }
        assertEquals(engine.opened, engine.closed);
    }

    @Test
    void run_thatIsToldToStopInItsFirstEpochFinishesItFirst() throws GlomeraException {
        TrainingResult result = run(FOUR_EPOCHS, folder, stopAfter(0));
        assertEquals(1, result.curve().size());
        assertEquals(5, engine.seen.size());
    }

    static TrainingListener stopAfter(int step) {
        return new TrainingListener() {
            private long made;

            @Override
            public void stepDone(TrainingProgress progress) {
                made = progress.step();
            }

            @Override
            public boolean stopAndKeep() {
                return made >= step;
            }
        };
    }

    @Test
    void run_refusesAStudyWithoutTrainingImages() {
        assertThrows(GlomeraException.class, () -> new TrainingLoop(engine).run(GRAPH, FOUR_EPOCHS, TrainingData.of(images(0),
                images(2)), folder, TrainingListener.SILENT, new NullProgressMonitor()));
    }

    @Test
    void progress_saysEpochLossDiceAndTimeLeft() throws GlomeraException {
        List<String> said = new ArrayList<>();
        NullProgressMonitor monitor = new NullProgressMonitor() {
            @Override
            public void subTask(String name) {
                said.add(name);
            }
        };
        new TrainingLoop(engine).run(GRAPH, FOUR_EPOCHS, TrainingData.of(images(5), images(2)), folder, TrainingListener.SILENT, monitor);
        assertTrue(said.stream().anyMatch(line -> line.matches("epoch 2/4, loss 0[.]250, Dice 0[.]75, \\d+ s left")),
                said.toString());
    }

    /** Ends the run in the way of a crash after a step. */
    static TrainingListener killAt(int step) {
        return new TrainingListener() {
            @Override
            public void stepDone(TrainingProgress progress) {
                if (progress.step() == step + 1) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }
}

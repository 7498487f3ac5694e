package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.SampleSource;
import org.glomera.network.graph.Tensor;
import org.glomera.network.safetensors.SafeTensors;
import org.glomera.network.training.Decay;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.TrainingData;
import org.glomera.network.training.TrainingListener;
import org.glomera.network.training.TrainingLoop;
import org.glomera.network.training.TrainingProgress;
import org.glomera.network.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResumedTrainingTest {

    private static final TrainingConfiguration FOUR_EPOCHS = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.05,
            0.9, true, 1e-4, 1, 4, Decay.POLYNOMIAL, 0.9, 4, 2, 17, 2, new Initialisation(0.05, -2));
    private static final String BEST = "checkpoint/best-";

    @TempDir
    Path folder;

    private static SampleSource samples(int first, int count) {
        return SampleSource.of(IntStream.range(first, first + count).mapToObj(SmallNetwork::sample).toList());
    }

    private static TrainingConfiguration with(Optimiser optimiser, Loss loss) {
        return FOUR_EPOCHS.change().optimiser(optimiser).loss(loss)
                .learningRate(optimiser == Optimiser.ADAM ? 0.003 : 0.05).configuration();
    }

    private static TrainingResult train(TrainingConfiguration configuration, Path run, TrainingListener listener,
            NullProgressMonitor monitor) throws GlomeraException {
        SampleSource validation = configuration.earlyStopping().on() ? samples(70, 2) : samples(0, 0);
        return new TrainingLoop(new PyTorchEngine()).run(SmallNetwork.GRAPH, configuration,
                new TrainingData(samples(0, 7), validation, samples(50, 2), Optional.empty()), run, listener, monitor);
    }

    private static TrainingResult train(TrainingConfiguration configuration, Path run) throws GlomeraException {
        return train(configuration, run, TrainingListener.SILENT, new NullProgressMonitor());
    }

    /** Begins a training and stops it in the way of a user after a step. */
    private static void trainUpTo(long stop, TrainingConfiguration configuration, Path run) {
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThrows(OperationCanceledException.class, () -> train(configuration, run, new TrainingListener() {
            @Override
            public void stepDone(TrainingProgress progress) {
                monitor.setCanceled(progress.step() == stop);
            }
        }, monitor));
    }

    private static void assertSameFiles(Path expected, Path actual, List<String> files) throws IOException {
        for (String file : files) {
            assertArrayEquals(Files.readAllBytes(expected.resolve(file)), Files.readAllBytes(actual.resolve(file)),
                    file);
        }
    }

    static Stream<Arguments> optimisersAndLosses() {
        return Arrays.stream(Optimiser.values()).flatMap(optimiser -> Arrays.stream(Loss.values())
                .map(loss -> Arguments.of(optimiser, loss)));
    }

    @ParameterizedTest
    @MethodSource("optimisersAndLosses")
    void training_thatWasStoppedTwiceEndsBitForBitLikeOneThatWasNot(Optimiser optimiser, Loss loss)
            throws GlomeraException, IOException {
        TrainingConfiguration configuration = with(optimiser, loss);
        Path undisturbed = folder.resolve("undisturbed");
        TrainingResult whole = train(configuration, undisturbed);
        Path stopped = folder.resolve("stopped");
        // 7 images in twos are 4 steps an epoch: step 6 is in epoch 2, step 13 in epoch 4
        trainUpTo(6, configuration, stopped);
        trainUpTo(13, configuration, stopped);
        TrainingResult rest = train(configuration, stopped);
        assertEquals(3, rest.resumedFrom());
        assertEquals(whole.curve(), rest.curve());
        assertSameFiles(undisturbed, stopped, List.of("weights.safetensors", TrainingLoop.CURVE,
                TrainingLoop.CHECKPOINT));
        assertTrue(whole.curve().get(3).testDice() > whole.curve().get(0).testDice(), whole.curve().toString());
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void training_withEarlyStoppingThatWasStoppedEndsBitForBitLikeOneThatWasNot(Optimiser optimiser)
            throws GlomeraException, IOException {
        // So large a gain is asked that epochs 2 and 3 are none: training ends after epoch 3.
        TrainingConfiguration configuration = with(optimiser, Loss.DICE_CROSS_ENTROPY).change().patienceEpochs(2)
                .smallestGain(0.9).configuration();
        Path undisturbed = folder.resolve("undisturbed");
        TrainingResult whole = train(configuration, undisturbed);
        assertTrue(whole.endedEarly());
        assertEquals(3, whole.curve().size());
        Path stopped = folder.resolve("stopped");
        trainUpTo(6, configuration, stopped);
        trainUpTo(10, configuration, stopped);
        TrainingResult rest = train(configuration, stopped);
        assertEquals(whole.curve(), rest.curve());
        assertEquals(whole.reportedEpoch(), rest.reportedEpoch());
        assertSameFiles(undisturbed, stopped, List.of("weights.safetensors", TrainingLoop.CURVE,
                TrainingLoop.CHECKPOINT, BEST + "0-" + whole.reportedEpoch() + ".safetensors"));
    }

    @Test
    void adamsCheckpoint_holdsBothMoments() throws GlomeraException {
        TrainingConfiguration adam = with(Optimiser.ADAM, Loss.DICE);
        train(adam, folder);
        Map<String, Tensor> tensors = SafeTensors.read(folder.resolve(TrainingLoop.CHECKPOINT)).weights().tensors();
        for (String slot : List.of("first/", "second/")) {
            float largest = 0;
            for (float value : tensors.get(slot + "output.weight").values()) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertTrue(largest > 0, slot);
        }
    }
}

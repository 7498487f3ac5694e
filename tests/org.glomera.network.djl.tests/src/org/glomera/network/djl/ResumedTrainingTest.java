package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.SampleSource;
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

class ResumedTrainingTest {

    private static final TrainingConfiguration FOUR_EPOCHS = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.05,
            0.9, true, 1e-4, 1, 4, Decay.POLYNOMIAL, 0.9, 4, 2, 17, 2, new Initialisation(0.05, -2));

    @TempDir
    Path folder;

    private static SampleSource samples(int first, int count) {
        return SampleSource.of(IntStream.range(first, first + count).mapToObj(SmallNetwork::sample).toList());
    }

    private static TrainingResult train(Path run, TrainingListener listener, NullProgressMonitor monitor)
            throws GlomeraException {
        return new TrainingLoop(new PyTorchEngine()).run(SmallNetwork.GRAPH, FOUR_EPOCHS,
                TrainingData.of(samples(0, 7), samples(50, 2)), run, listener, monitor);
    }

    @Test
    void training_thatWasStoppedTwiceEndsBitForBitLikeOneThatWasNot() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        TrainingResult whole = train(undisturbed, TrainingListener.SILENT, new NullProgressMonitor());
        Path stopped = folder.resolve("stopped");
        // 7 images in twos are 4 steps an epoch: step 6 is in epoch 2, step 13 in epoch 4
        for (long stop : new long[] {6, 13}) {
            NullProgressMonitor monitor = new NullProgressMonitor();
            assertThrows(OperationCanceledException.class, () -> train(stopped, new TrainingListener() {
                @Override
                public void stepDone(TrainingProgress progress) {
                    monitor.setCanceled(progress.step() == stop);
                }
            }, monitor));
        }
        TrainingResult rest = train(stopped, TrainingListener.SILENT, new NullProgressMonitor());
        assertEquals(3, rest.resumedFrom());
        assertEquals(whole.curve(), rest.curve());
        for (String file : List.of("weights.safetensors", TrainingLoop.CURVE, TrainingLoop.CHECKPOINT)) {
            assertArrayEquals(Files.readAllBytes(undisturbed.resolve(file)), Files.readAllBytes(stopped.resolve(file)),
                    file);
        }
        assertTrue(whole.curve().get(3).testDice() > whole.curve().get(0).testDice(), whole.curve().toString());
    }
}

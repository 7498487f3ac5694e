package org.glomera.network.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Loss;
import org.glomera.network.Optimiser;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.AugmentationInfo;
import org.glomera.network.augmentation.AugmentationParameter;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.network.augmentation.standard.Mirroring;
import org.glomera.network.augmentation.standard.Noise;
import org.glomera.network.augmentation.standard.Rotation;
import org.glomera.network.training.Decay;
import org.glomera.network.training.Initialisation;
import org.glomera.network.training.TrainingConfiguration;
import org.glomera.network.training.TrainingData;
import org.glomera.network.training.TrainingListener;
import org.glomera.network.training.TrainingLoop;
import org.glomera.network.training.TrainingProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine with images that are augmented. */
class AugmentedTrainingTest {

    private static final TrainingConfiguration FOUR_EPOCHS = new TrainingConfiguration(Loss.DICE, Optimiser.SGD, 0.05,
            0.9, true, 1e-4, 1, 4, Decay.POLYNOMIAL, 0.9, 4, 2, 17, 2, new Initialisation(0.05, -2)).change()
                    .augmentations(List.of(new AugmentationSetting("noise", 0.7, Map.of()),
                            new AugmentationSetting("mirroring", 0.5, Map.of()),
                            new AugmentationSetting("rotation", 0.5, Map.of("largestDegrees", 20.0))))
                    .configuration();

    /** Normalised -6 to 6 for either channel. */
    private static final ImageFacts FACTS = new ImageFacts(8, 12, 4, new Vector3(4, 3, 6), List.of(
            new ChannelFacts(Channel.SPECT, new ValueScale(0, 12_000, 6000, 1000), 0),
            new ChannelFacts(Channel.CT, new ValueScale(-600, 600, 0, 100), -1000)), false);

    @TempDir
    Path folder;

    private static Augmentations known() {
        return new Augmentations(List.of(one("noise", new Noise(), "sdHu", "spectPercent"),
                one("mirroring", new Mirroring()), one("rotation", new Rotation(), "largestDegrees")));
    }

    private static Augmentations.Known one(String id, Augmentation augmentation, String... parameters) {
        return new Augmentations.Known(new AugmentationInfo(id, id, "", "org.glomera.network", 0.5,
                List.of(parameters).stream().map(name -> new AugmentationParameter(name, name, "", 0, 100, 10, "", ""))
                        .toList()),
                () -> augmentation);
    }

    private static SampleSource samples(int first, int count) {
        SampleSource source = SampleSource.of(IntStream.range(first, first + count).mapToObj(SmallNetwork::sample)
                .toList());
        return new SampleSource() {
            @Override
            public int size() {
                return count;
            }

            @Override
            public Sample get(int index) throws GlomeraException {
                return source.get(index);
            }

            @Override
            public Optional<ImageFacts> facts(int index) {
                return Optional.of(FACTS);
            }
        };
    }

    private static void train(Path run, TrainingListener listener, NullProgressMonitor monitor)
            throws GlomeraException {
        new TrainingLoop(new PyTorchEngine(), known()).run(SmallNetwork.GRAPH, FOUR_EPOCHS,
                TrainingData.of(samples(0, 7), samples(50, 2)), run, listener, monitor);
    }

    @Test
    void training_thatWasStoppedTwiceEndsBitForBitLikeOneThatWasNot() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        train(undisturbed, TrainingListener.SILENT, new NullProgressMonitor());
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
        train(stopped, TrainingListener.SILENT, new NullProgressMonitor());
        assertEquals(5, Files.readAllLines(stopped.resolve(TrainingLoop.CURVE)).size());
        for (String file : List.of("weights.safetensors", TrainingLoop.CURVE)) {
            assertArrayEquals(Files.readAllBytes(undisturbed.resolve(file)), Files.readAllBytes(stopped.resolve(file)),
                    file);
        }
    }
}

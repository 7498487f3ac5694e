package org.glomera.network.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.network.augmentation.ProgramAugmentations;
import org.glomera.network.graph.NetworkGraph;
import org.glomera.network.unet.StandardUNet;
import org.glomera.study.StudyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training loop over images that are augmented. */
class AugmentedTrainingTest {

    private static final NetworkGraph GRAPH = new StandardUNet().build(new ArchitectureParameters(1, 1, 2, 4, 6));
    private static final List<AugmentationSetting> ALL = ProgramAugmentations.read().infos().stream()
            .map(info -> new AugmentationSetting(info.id(), 0.6, Map.of())).toList();
    private static final TrainingConfiguration PLAIN = TrainingConfigurationTest.DEMO.withEpochs(4);
    private static final TrainingConfiguration AUGMENTED = PLAIN.change().augmentations(ALL).configuration();

    @TempDir
    Path folder;

    private final LineEngine engine = new LineEngine();

    /** Images by chance, each with a spacing and a factor of its own. */
    private static SampleSource images(int count, boolean prepared) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[GRAPH.voxelCount()];
            float[] mask = new float[GRAPH.voxelCount()];
            for (int v = 0; v < values.length; v++) {
                values[v] = (float) Math.sin((v + 1) * (i + 2));
                mask[v] = v % 5 == 0 ? 1 : 0;
            }
            samples.add(new Sample(new float[][] {values}, mask));
        }
        SampleSource source = SampleSource.of(samples);
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
                return prepared ? Optional.of(new ImageFacts(2, 4, 6, new Vector3(7, 5, 4 + index), List.of(
                        new ChannelFacts(Channel.CT, new ValueScale(-200, 300, 50, 120 + index), -1000)), false))
                        : Optional.empty();
            }
        };
    }

    private TrainingResult run(TrainingConfiguration configuration, Path run, TrainingListener listener)
            throws GlomeraException {
        return new TrainingLoop(engine, ProgramAugmentations.read()).run(GRAPH, configuration,
                TrainingData.of(images(5, true), images(2, true)), run, listener, new NullProgressMonitor());
    }

    private static TrainingListener killAt(int step) {
        return new TrainingListener() {
            @Override
            public void stepDone(TrainingProgress progress) {
                if (progress.step() == step) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    @Test
    void run_thatWasKilledInAnyEpochSeesTheSameImagesAndEndsAlike() throws GlomeraException, IOException {
        Path undisturbed = folder.resolve("undisturbed");
        run(AUGMENTED, undisturbed, TrainingListener.SILENT);
        List<Float> seen = List.copyOf(engine.seen);
        for (int killed = 1; killed <= 3; killed++) {
            int step = killed * 5 + 3;
            engine.seen.clear();
            Path disturbed = folder.resolve("killed" + killed);
            assertThrows(IllegalStateException.class, () -> run(AUGMENTED, disturbed, killAt(step)));
            assertEquals(seen.subList(0, step), engine.seen);
            engine.seen.clear();
            run(AUGMENTED, disturbed, TrainingListener.SILENT);
            assertEquals(seen.subList(killed * 5, 20), engine.seen);
            for (String file : List.of("weights.safetensors", "curve.csv")) {
                assertArrayEquals(Files.readAllBytes(undisturbed.resolve(file)),
                        Files.readAllBytes(disturbed.resolve(file)), file + " after " + killed);
            }
        }
    }

    @Test
    void images_areChangedInEachEpochAnew() throws GlomeraException {
        run(AUGMENTED, folder.resolve("augmented"), TrainingListener.SILENT);
        List<Float> augmented = List.copyOf(engine.seen);
        engine.seen.clear();
        run(PLAIN, folder.resolve("plain"), TrainingListener.SILENT);
        assertEquals(5, engine.seen.stream().distinct().count());
        assertTrue(augmented.stream().distinct().count() > 15, augmented.toString());
    }

    @Test
    void anotherNumberOfThreads_seesTheSameImages() throws GlomeraException {
        run(AUGMENTED, folder.resolve("two"), TrainingListener.SILENT);
        List<Float> seen = List.copyOf(engine.seen);
        engine.seen.clear();
        run(AUGMENTED.change().threads(7).configuration(), folder.resolve("seven"), TrainingListener.SILENT);
        assertEquals(seen, engine.seen);
        engine.seen.clear();
        run(AUGMENTED.withSeed(12), folder.resolve("other"), TrainingListener.SILENT);
        assertNotEquals(seen, engine.seen);
    }

    @Test
    void imagesThatDoNotSayHowTheyWerePrepared_trainOnlyWithoutAugmentation() throws GlomeraException {
        TrainingLoop loop = new TrainingLoop(engine, ProgramAugmentations.read());
        TrainingData old = TrainingData.of(images(5, false), images(2, false));
        GlomeraException refused = assertThrows(GlomeraException.class, () -> loop.run(GRAPH, AUGMENTED, old,
                folder.resolve("augmented"), TrainingListener.SILENT, new NullProgressMonitor()));
        assertEquals(Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("Prepare the network's images again"), refused.getMessage());
        assertEquals(List.of(), engine.seen);
        assertEquals(4, loop.run(GRAPH, PLAIN, old, folder.resolve("plain"), TrainingListener.SILENT,
                new NullProgressMonitor()).curve().size());
    }

    @Test
    void aLoopThatKnowsNoAugmentation_refusesATrainingThatNamesOne() {
        GlomeraException refused = assertThrows(GlomeraException.class, () -> new TrainingLoop(engine).run(GRAPH,
                AUGMENTED, TrainingData.of(images(5, true), images(2, true)), folder, TrainingListener.SILENT,
                new NullProgressMonitor()));
        assertTrue(refused.getMessage().contains("'hu-shift' is not known"), refused.getMessage());
    }

    @Test
    void json_namesAugmentationsOnlyWhereThereAreSome() throws GlomeraException {
        assertFalse(StudyJson.toTree(PLAIN).has("augmentations"));
        assertEquals(PLAIN, StudyJson.convert(StudyJson.toTree(PLAIN), "test", TrainingConfiguration.class));
        assertEquals(7, StudyJson.toTree(AUGMENTED).get("augmentations").size());
        assertEquals(AUGMENTED, StudyJson.convert(StudyJson.toTree(AUGMENTED), "test", TrainingConfiguration.class));
    }
}

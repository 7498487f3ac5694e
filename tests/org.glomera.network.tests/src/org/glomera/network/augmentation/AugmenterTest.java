package org.glomera.network.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Vector3;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.augmentation.standard.Translation;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final ImageFacts FACTS = TestImages.facts(10, 9, 8, new Vector3(2, 3, 5), TestImages.SPECT,
            TestImages.CT);
    private static final Sample SAMPLE = TestImages.random(FACTS, 1);

    private static Augmenter all() throws GlomeraException {
        Augmentations program = ProgramAugmentations.read();
        return program.augmenter(program.infos().stream()
                .map(info -> new AugmentationSetting(info.id(), 0.7, Map.of())).toList());
    }

    private static boolean same(Sample one, Sample other) {
        return Arrays.deepEquals(one.channels(), other.channels()) && Arrays.equals(one.mask(), other.mask());
    }

    @Test
    void theSamePlace_givesTheSameImageAtEveryCall() throws GlomeraException {
        Augmenter augmenter = all();
        Sample first = augmenter.augment(SAMPLE, FACTS, 7, 3, 4);
        augmenter.augment(SAMPLE, FACTS, 7, 3, 5);
        assertTrue(same(first, augmenter.augment(SAMPLE, FACTS, 7, 3, 4)));
        assertTrue(same(first, all().augment(SAMPLE, FACTS, 7, 3, 4)));
    }

    @Test
    void theNumberOfThreads_changesNoBit() throws GlomeraException, InterruptedException, ExecutionException {
        Augmenter augmenter = all();
        for (int epoch = 1; epoch <= 5; epoch++) {
            int now = epoch;
            Sample one = new ForkJoinPool(1).submit(() -> augmenter.augment(SAMPLE, FACTS, 7, now, 0)).get();
            Sample five = new ForkJoinPool(5).submit(() -> augmenter.augment(SAMPLE, FACTS, 7, now, 0)).get();
            assertTrue(same(one, five));
        }
    }

    @Test
    void anotherSeedEpochOrPosition_givesAnotherImage() throws GlomeraException {
        Augmenter augmenter = all();
        List<Sample> images = List.of(augmenter.augment(SAMPLE, FACTS, 7, 3, 4), augmenter.augment(SAMPLE, FACTS, 8, 3, 4),
                augmenter.augment(SAMPLE, FACTS, 7, 4, 4), augmenter.augment(SAMPLE, FACTS, 7, 3, 5),
                augmenter.augment(SAMPLE, FACTS, 7, 4, 3));
        Set<Integer> different = new HashSet<>();
        images.forEach(image -> different.add(Arrays.deepHashCode(image.channels())));
        assertEquals(images.size(), different.size());
    }

    @Test
    void whatOneDraws_doesNotDependOnTheOthersButOnItsPlace() throws GlomeraException {
        Augmentations program = ProgramAugmentations.read();
        AugmentationSetting shift = new AugmentationSetting("hu-shift", 1, Map.of());
        AugmentationSetting never = new AugmentationSetting("mirroring", Double.MIN_VALUE, Map.of());
        AugmentationSetting idle = new AugmentationSetting("translation", Double.MIN_VALUE, Map.of());
        float[] beside = program.augmenter(List.of(never, shift)).augment(SAMPLE, FACTS, 7, 1, 0).channels()[1];
        assertArrayEquals(beside, program.augmenter(List.of(idle, shift)).augment(SAMPLE, FACTS, 7, 1, 0).channels()[1]);
        assertFalse(Arrays.equals(beside, program.augmenter(List.of(shift)).augment(SAMPLE, FACTS, 7, 1, 0)
                .channels()[1]));
    }

    @Test
    void theProbability_isHowOftenAnImageIsChanged() throws GlomeraException {
        Augmenter augmenter = ProgramAugmentations.read()
                .augmenter(List.of(new AugmentationSetting("hu-shift", 0.3, Map.of())));
        int changed = 0;
        for (int position = 0; position < 2000; position++) {
            boolean same = augmenter.augment(SAMPLE, FACTS, 7, 1, position) == SAMPLE;
            assertEquals(same ? List.of() : List.of("hu-shift"), augmenter.drawn(7, 1, position));
            changed += same ? 0 : 1;
        }
        // 2000 times 0.3 is 600, the standard deviation is sqrt(2000 * 0.3 * 0.7) = 20.5; four of them are allowed
        assertEquals(600, changed, 82);
    }

    @Test
    void movements_comeBeforeNoiseWhateverTheListsOrder() throws GlomeraException {
        Augmentations known = new Augmentations(List.of(
                TestImages.known("ones", (facts, values, random) -> new Change.Values(sample -> new Sample(
                        Arrays.stream(sample.channels()).map(c -> filled(c.length, 1)).toArray(float[][]::new),
                        sample.mask()))),
                ProgramKnown.of("translation")));
        Sample changed = known.augmenter(List.of(new AugmentationSetting("ones", 1, Map.of()),
                new AugmentationSetting("translation", 1, Map.of("largestXMm", 500.0)))).augment(SAMPLE, FACTS, 3, 1, 0);
        // shifted afterwards, air would have come in
        assertArrayEquals(filled(FACTS.voxelCount(), 1), changed.channels()[1]);
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    /** One of the program's own with its declaration. */
    private static final class ProgramKnown {
        static Augmentations.Known of(String id) {
            Augmentations program = ProgramAugmentations.read();
            AugmentationInfo info = program.infos().stream().filter(one -> one.id().equals(id)).findFirst()
                    .orElseThrow();
            return new Augmentations.Known(info,
                    Translation::new);
        }
    }

    @Test
    void withoutAugmentations_theImageItselfIsGiven() throws GlomeraException {
        assertSame(SAMPLE, Augmenter.NONE.augment(SAMPLE, FACTS, 7, 1, 0));
    }

    private static String failure(Augmentation faulty) throws GlomeraException {
        Augmenter augmenter = new Augmentations(List.of(TestImages.known("faulty", faulty)))
                .augmenter(List.of(new AugmentationSetting("faulty", 1, Map.of())));
        GlomeraException stopped = assertThrows(GlomeraException.class,
                () -> augmenter.augment(SAMPLE, FACTS, 7, 1, 0));
        assertEquals(Kind.COMPUTATION, stopped.kind());
        assertTrue(stopped.getMessage().startsWith("Training was stopped: the augmentation 'faulty' of the plug-in"
                + " org.example.plugin failed: "), stopped.getMessage());
        assertTrue(stopped.getMessage().endsWith("Train without it, or update that plug-in."), stopped.getMessage());
        return stopped.getMessage();
    }

    private static String failure(UnaryOperator<Sample> make) throws GlomeraException {
        return failure((facts, values, random) -> new Change.Values(make));
    }

    @Test
    void aFaultyAugmentation_isNamedWithItsPlugIn() throws GlomeraException {
        Augmentation throwing = (facts, values, random) -> {
            throw new IllegalStateException("no luck");
        };
        assertTrue(failure(throwing).contains("no luck"));
        Augmentation asking = (facts, values, random) -> new Change.Values(
                sample -> values.of("sd") > 0 ? sample : null);
        assertTrue(failure(asking).contains("No parameter 'sd' is declared"));
        Augmentation silent = (facts, values, random) -> null;
        assertTrue(failure(silent).contains("it drew no change (null)"));
        assertTrue(failure(sample -> null).contains("it gave no image (null)"));
        assertTrue(failure(sample -> new Sample(new float[2][5], new float[5]))
                .contains("2 channels of 5 voxels instead of 2 of 720"));
        assertTrue(failure(sample -> new Sample(new float[][] {sample.channels()[0]}, sample.mask()))
                .contains("1 channels of 720 voxels"));
        assertTrue(failure(sample -> new Sample(new float[][] {sample.channels()[0], filled(720, Float.NaN)},
                sample.mask())).contains("not finite in the channel ct"));
        assertTrue(failure(sample -> new Sample(sample.channels(), filled(720, 0.5f)))
                .contains("a mask with values other than 0 and 1"));
        assertTrue(failure(sample -> new Sample(sample.channels(), filled(720, 2)))
                .contains("a mask with values other than 0 and 1"));
    }

    @Test
    void valuesBeyondThePreparationsRange_areBroughtBack() throws GlomeraException {
        Augmenter augmenter = new Augmentations(List.of(TestImages.known("far", (facts, values, random) ->
                new Change.Values(sample -> new Sample(new float[][] {filled(720, -7), filled(720, 7)},
                        sample.mask()))))).augmenter(List.of(new AugmentationSetting("far", 1, Map.of())));
        Sample changed = augmenter.augment(SAMPLE, FACTS, 7, 1, 0);
        assertArrayEquals(filled(720, -0.5f), changed.channels()[0]);
        assertArrayEquals(filled(720, 2), changed.channels()[1]);
    }

    @Test
    void theSourceImage_isNeverWrittenTo() throws GlomeraException {
        Sample copy = new Sample(Arrays.stream(SAMPLE.channels()).map(float[]::clone).toArray(float[][]::new),
                SAMPLE.mask().clone());
        for (int position = 0; position < 20; position++) {
            all().augment(SAMPLE, FACTS, 11, 1, position);
        }
        assertTrue(same(copy, SAMPLE));
    }
}

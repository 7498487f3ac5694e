package org.glomera.network.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.Channel;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The augmentation that docs/extension-points.md shows, contributed by this fragment. */
public class ExampleAugmentationTest {

    /** Multiplies the activity by a number below 1. */
    public static final class FadingActivity implements Augmentation {
        @Override
        public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
            double factor = 1 - random.nextDouble() * (1 - values.of("smallestFactor"));
            return new Change.Values(sample -> {
                float[][] channels = sample.channels().clone();
                for (int c = 0; c < channels.length; c++) {
                    if (facts.channels().get(c).channel() == Channel.SPECT) {
                        channels[c] = faded(channels[c], facts.channels().get(c).scale(), factor);
                    }
                }
                return new Sample(channels, sample.mask());
            });
        }

        private static float[] faded(float[] from, ValueScale scale, double factor) {
            float[] to = new float[from.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = scale.normalise(factor * scale.valueOf(from[i]));
            }
            return to;
        }
    }

    private static final ImageFacts FACTS = TestImages.facts(3, 1, 1, new Vector3(2, 3, 5), TestImages.SPECT,
            TestImages.CT);

    static boolean thePlatformRuns() {
        return RegistryFactory.getRegistry() != null;
    }

    private static void assertFades(Augmenter augmenter) throws GlomeraException {
        // 0, 1000 and 8000 Bq/ml are (0 - 1000) / 2000, 0 and (8000 - 1000) / 2000
        Sample sample = new Sample(new float[][] {{-0.5f, 0, 3.5f}, {1, 0, -1}}, new float[] {0, 0, 1});
        Sample faded = augmenter.augment(sample, FACTS, 5, 1, 0);
        double factor = TestImages.SPECT.scale().valueOf(faded.channels()[0][1]) / 1000;
        assertTrue(factor >= 0.2 && factor < 1, "factor " + factor);
        assertEquals(8000 * factor, TestImages.SPECT.scale().valueOf(faded.channels()[0][2]), 0.01);
        assertEquals(-0.5f, faded.channels()[0][0]);
        assertSame(sample.channels()[1], faded.channels()[1]);
        assertSame(sample.mask(), faded.mask());
    }

    @Test
    void theActivity_isMultipliedAndTheCtLeft() throws GlomeraException {
        AugmentationParameter factor = new AugmentationParameter("smallestFactor", "Factor from", "", 0.1, 1, 0.7, "",
                "spect");
        assertFades(new Augmentations(List.of(new Augmentations.Known(new AugmentationInfo("fading", "Fading", "",
                "org.example", 0.5, List.of(factor)), FadingActivity::new)))
                        .augmenter(List.of(new AugmentationSetting("fading", 1, Map.of("smallestFactor", 0.2)))));
    }

    @Test
    @EnabledIf(value = "thePlatformRuns", disabledReason = "There is an extension registry in the running platform only.")
    void theExample_isInstalledAndRunsAndTheWronglyDeclaredOneIsLeftOut() throws GlomeraException {
        Augmentations installed = Augmentations.ofPlugins();
        AugmentationInfo info = installed.infos().stream().filter(one -> one.id().equals("fading")).findFirst()
                .orElseThrow();
        assertEquals(0.5, info.probability());
        assertEquals(0.7, info.parameters().get(0).standard());
        assertFalse(info.isFor(List.of(Channel.CT)));
        assertTrue(installed.infos().stream().noneMatch(one -> one.id().equals("wrong")));
        assertFades(installed.augmenter(List.of(new AugmentationSetting("fading", 1, Map.of("smallestFactor", 0.2)))));
    }

    @Test
    @EnabledIf(value = "thePlatformRuns", disabledReason = "There is an extension registry in the running platform only.")
    void theProgramsOwn_areInstalledAsTheirFileDeclaresThem() {
        List<AugmentationInfo> declared = ProgramAugmentations.read().infos();
        assertTrue(Augmentations.ofPlugins().infos().containsAll(declared), declared.toString());
    }
}

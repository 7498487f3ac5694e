package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.augmentation.Change;

/** What several augmentations do alike. */
final class Drawing {

    /** Changes one channel. */
    @FunctionalInterface
    interface ChannelChange {
        /** New values, or the same array when nothing changes. */
        float[] of(ChannelFacts channel, float[] from);
    }

    private Drawing() {
    }

    /** A number between {@code -largest} and {@code largest}. */
    static double evenly(RandomGenerator random, double largest) {
        return largest * (2 * random.nextDouble() - 1);
    }

    /** A change of values, one channel after the other; the mask stays. */
    static Change channelByChannel(ImageFacts facts, ChannelChange change) {
        return new Change.Values(sample -> {
            float[][] channels = new float[sample.channels().length][];
            for (int i = 0; i < channels.length; i++) {
                channels[i] = change.of(facts.channels().get(i), sample.channels()[i]);
            }
            return new Sample(channels, sample.mask());
        });
    }
}

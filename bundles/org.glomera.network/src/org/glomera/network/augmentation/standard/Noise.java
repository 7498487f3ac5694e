package org.glomera.network.augmentation.standard;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Adds independent Gaussian noise to every voxel of the input grid: with a standard deviation of {@code sdHu} HU to the
 * CT, of {@code spectPercent} per cent of the voxel's own activity concentration to the SPECT. Voxels that preparation
 * had clipped stay, air and voxels without activity among them.
 */
public final class Noise implements Augmentation {

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        double hu = values.of("sdHu");
        double share = values.of("spectPercent") / 100;
        return Drawing.channelByChannel(facts, (channel, from) -> {
            long seed = random.nextLong();
            return channel.channel() == Channel.CT ? noisy(facts, channel, from, hu, 0, seed)
                    : noisy(facts, channel, from, 0, share, seed);
        });
    }

    /**
     * Each slice has a source of its own, so that the number of processors changes nothing. The library's sampler is the
     * same on every Java, whose own is not.
     */
    private static float[] noisy(ImageFacts facts, ChannelFacts channel, float[] from, double sd, double share,
            long seed) {
        if (!channel.scale().hasSpread() || sd == 0 && share == 0) {
            return from;
        }
        // the SD in normalised values is a + b * normalised value, with value = shift + scale * normalised value
        double a = channel.scale().normaliseDifference(sd + share * channel.scale().shift());
        double b = share;
        float[] ends = channel.unclipped();
        float[] to = new float[from.length];
        int slice = facts.nx() * facts.ny();
        IntStream.range(0, facts.nz()).parallel().forEach(z -> {
            ZigguratSampler.NormalizedGaussian own = ZigguratSampler.NormalizedGaussian.of(
                    new SplittableRandom(seed + z)::nextLong);
            for (int i = z * slice; i < (z + 1) * slice; i++) {
                float value = from[i];
                to[i] = value > ends[0] && value < ends[1] ? (float) (value + (a + b * value) * own.sample())
                        : value;
            }
        });
        return to;
    }
}

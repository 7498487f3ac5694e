package org.glomera.phantom.anatomy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws numbers for one purpose. A stream follows from its seed and name alone (XoShiRo256++), so that one part of a
 * phantom can change without the others. Not thread-safe.
 */
public final class Draw {

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    private Draw(UniformRandomProvider random) {
        this.random = Objects.requireNonNull(random);
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** The stream of a seed and a name. */
    public static Draw of(long seed, String name) {
        UUID uuid = UUID.nameUUIDFromBytes((seed + "\u0000" + name).getBytes(StandardCharsets.UTF_8));
        long mixed = uuid.getMostSignificantBits() ^ Long.rotateLeft(uuid.getLeastSignificantBits(), 17);
        return new Draw(RandomSource.XO_SHI_RO_256_PP.create(mixed));
    }

    /** The source of random bits behind this. */
    public UniformRandomProvider random() {
        return random;
    }

    /** A number between two others, all equally likely. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A number of a normal distribution, brought to within two standard deviations. */
    public double around(double mean, double deviation) {
        return mean + deviation * Math.max(-2, Math.min(2, gaussian.sample()));
    }

    /** A number of the standard normal distribution. */
    public double gaussian() {
        return gaussian.sample();
    }

    /** True with a probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }
}

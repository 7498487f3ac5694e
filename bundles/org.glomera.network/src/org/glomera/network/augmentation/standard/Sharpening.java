package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.network.Channel;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Unsharp masking: {@code v + strength * (v - smooth(v))} with a Gaussian of standard deviation {@code sigmaMm}. The
 * strength is drawn evenly for each channel, from 0 to {@code ctStrength} for the CT and to {@code spectStrength} for
 * the SPECT.
 */
public final class Sharpening implements Augmentation {

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        GaussianFilter filter = new GaussianFilter(facts, values.of("sigmaMm"));
        double ct = random.nextDouble() * values.of("ctStrength");
        double spect = random.nextDouble() * values.of("spectStrength");
        return Drawing.channelByChannel(facts, (channel, from) -> sharper(filter, from,
                channel.channel() == Channel.CT ? ct : spect));
    }

    private static float[] sharper(GaussianFilter filter, float[] from, double strength) {
        if (strength == 0) {
            return from;
        }
        float factor = (float) strength;
        float[] smooth = filter.smooth(from);
        float[] to = new float[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + factor * (from[i] - smooth[i]);
        }
        return to;
    }
}

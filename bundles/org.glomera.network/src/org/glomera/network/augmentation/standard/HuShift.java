package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Adds the same number of HU to every voxel of the CT, drawn evenly from {@code -largestHu} to {@code largestHu}, as
 * scanners differ in their calibration. Voxels that preparation had clipped stay. A SPECT is left as it is.
 */
public final class HuShift implements Augmentation {

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        double hu = Drawing.evenly(random, values.of("largestHu"));
        return Drawing.channelByChannel(facts, (channel, from) -> channel.channel() == Channel.CT
                ? shifted(channel, from, hu) : from);
    }

    private static float[] shifted(ChannelFacts channel, float[] from, double hu) {
        float difference = (float) channel.scale().normaliseDifference(hu);
        float[] ends = channel.unclipped();
        float[] to = new float[from.length];
        for (int i = 0; i < to.length; i++) {
            float value = from[i];
            to[i] = value > ends[0] && value < ends[1] ? value + difference : value;
        }
        return to;
    }
}

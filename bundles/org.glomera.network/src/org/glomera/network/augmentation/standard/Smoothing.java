package org.glomera.network.augmentation.standard;

import java.util.random.RandomGenerator;

import org.glomera.network.Channel;
import org.glomera.network.ImageFacts;
import org.glomera.network.augmentation.Augmentation;
import org.glomera.network.augmentation.Change;
import org.glomera.network.augmentation.ParameterValues;

/**
 * Smooths with a Gaussian whose full width at half maximum is drawn evenly for each channel, from 0 to
 * {@code ctFwhmMm} for the CT and to {@code spectFwhmMm} for the SPECT, as images differ in their resolution.
 */
public final class Smoothing implements Augmentation {

    /** FWHM of a Gaussian of standard deviation 1: 2 sqrt(2 ln 2). */
    private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

    @Override
    public Change draw(ImageFacts facts, ParameterValues values, RandomGenerator random) {
        double ct = random.nextDouble() * values.of("ctFwhmMm") / FWHM;
        double spect = random.nextDouble() * values.of("spectFwhmMm") / FWHM;
        return Drawing.channelByChannel(facts, (channel, from) -> new GaussianFilter(facts,
                channel.channel() == Channel.CT ? ct : spect).smooth(from));
    }
}

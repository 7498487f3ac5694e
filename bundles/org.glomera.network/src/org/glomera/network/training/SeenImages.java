package org.glomera.network.training;

import java.util.Optional;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.SampleSource;
import org.glomera.network.augmentation.Augmenter;

/** Training images as the network sees them: changed by chance where the training says so. */
final class SeenImages {

    private final SampleSource source;
    private final Augmenter augmenter;

    /**
     * Makes them.
     *
     * @throws GlomeraException (input) when an image that is to be augmented does not say how it was prepared
     */
    SeenImages(SampleSource source, Augmenter augmenter) throws GlomeraException {
        this.source = source;
        this.augmenter = augmenter;
        for (int i = 0; i < source.size() && !augmenter.isEmpty(); i++) {
            facts(i);
        }
    }

    /**
     * An image in its place of an epoch.
     *
     * @param index which image
     * @param seed of the training
     * @param epoch 1 for the first
     * @param position place in the epoch, 0 for the first
     */
    Sample get(int index, long seed, int epoch, int position) throws GlomeraException {
        Sample image = source.get(index);
        return augmenter.isEmpty() ? image : augmenter.augment(image, facts(index), seed, epoch, position);
    }

    private ImageFacts facts(int index) throws GlomeraException {
        Optional<ImageFacts> facts = source.facts(index);
        if (facts.isEmpty()) {
            throw new GlomeraException(Kind.INPUT, "Training image " + (index + 1) + " was prepared by an earlier version"
                    + " of this program, which did not record its voxels' spacing and the factor to HU, and augmentation"
                    + " needs these. Prepare the network's images again, or train without augmentation.");
        }
        return facts.get();
    }
}

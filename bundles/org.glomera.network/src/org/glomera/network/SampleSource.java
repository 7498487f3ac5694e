package org.glomera.network;

import java.util.List;
import java.util.Optional;

import org.glomera.core.GlomeraException;

/** Images to train or test on; reads them when they are asked for, or keeps them. */
public interface SampleSource {

    /** Number of images. */
    int size();

    /**
     * One image; the same at each call.
     *
     * @param index 0 to size - 1
     * @throws GlomeraException when it cannot be read; the message names the file
     */
    Sample get(int index) throws GlomeraException;

    /**
     * What is known of an image beside its values, which augmentations need.
     *
     * @param index 0 to size - 1
     * @return empty when it is not known; the image cannot be augmented then
     * @throws GlomeraException when it cannot be read; the message names the file
     */
    default Optional<ImageFacts> facts(int index) throws GlomeraException {
        return Optional.empty();
    }

    /** Images that are in memory. */
    static SampleSource of(List<Sample> samples) {
        List<Sample> kept = List.copyOf(samples);
        return new SampleSource() {
            @Override
            public int size() {
                return kept.size();
            }

            @Override
            public Sample get(int index) {
                return kept.get(index);
            }
        };
    }
}

package org.glomera.network.augmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;

/** Images on grids with three different spacings, and how they are augmented by one setting. */
final class TestImages {

    /** HU clipped to -200 to 300, mean 50, SD 125: normalised -2 to 2. */
    static final ChannelFacts CT = new ChannelFacts(Channel.CT, new ValueScale(-200, 300, 50, 125), -1000);
    /** Bq/ml clipped to 0 to 9000, mean 1000, SD 2000: normalised -0.5 to 4. */
    static final ChannelFacts SPECT = new ChannelFacts(Channel.SPECT, new ValueScale(0, 9000, 1000, 2000), 0);

    private TestImages() {
    }

    static ImageFacts facts(int nx, int ny, int nz, Vector3 spacingMm, ChannelFacts... channels) {
        return new ImageFacts(nx, ny, nz, spacingMm, List.of(channels), false);
    }

    static ImageFacts sided(ImageFacts facts) {
        return new ImageFacts(facts.nx(), facts.ny(), facts.nz(), facts.spacingMm(), facts.channels(), true);
    }

    /** Values by chance within each channel's range, and a block of ones in the middle of the mask. */
    static Sample random(ImageFacts facts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] channels = new float[facts.channels().size()][facts.voxelCount()];
        for (int c = 0; c < channels.length; c++) {
            ChannelFacts channel = facts.channels().get(c);
            for (int i = 0; i < channels[c].length; i++) {
                channels[c][i] = channel.lowest() + (float) random.nextDouble() * (channel.highest() - channel.lowest());
            }
        }
        float[] mask = new float[facts.voxelCount()];
        for (int z = facts.nz() / 4; z < facts.nz() - facts.nz() / 4; z++) {
            for (int y = facts.ny() / 4; y < facts.ny() - facts.ny() / 4; y++) {
                for (int x = facts.nx() / 4; x < facts.nx() - facts.nx() / 4; x++) {
                    mask[x + facts.nx() * (y + facts.ny() * z)] = 1;
                }
            }
        }
        return new Sample(channels, mask);
    }

    static Sample constant(ImageFacts facts, float value) {
        float[][] channels = new float[facts.channels().size()][facts.voxelCount()];
        for (float[] channel : channels) {
            Arrays.fill(channel, value);
        }
        return new Sample(channels, new float[facts.voxelCount()]);
    }

    /** Always augmented by one of the program's own. */
    static Sample augmented(String id, Map<String, Double> parameters, Sample sample, ImageFacts facts, long seed)
            throws GlomeraException {
        return ProgramAugmentations.read().augmenter(List.of(new AugmentationSetting(id, 1, parameters)))
                .augment(sample, facts, seed, 1, 0);
    }

    /** An augmenter that always moves the patient in the given ways. */
    static Augmenter moving(Affine3... movements) throws GlomeraException {
        List<Augmentations.Known> known = new ArrayList<>();
        List<AugmentationSetting> settings = new ArrayList<>();
        for (int i = 0; i < movements.length; i++) {
            Affine3 movement = movements[i];
            known.add(known("move" + i, (facts, values, random) -> new Change.Movement(movement)));
            settings.add(new AugmentationSetting("move" + i, 1, Map.of()));
        }
        return new Augmentations(known).augmenter(settings);
    }

    static Augmentations.Known known(String id, Augmentation augmentation) {
        return new Augmentations.Known(new AugmentationInfo(id, id, "", "org.example.plugin", 1, List.of()),
                () -> augmentation);
    }
}

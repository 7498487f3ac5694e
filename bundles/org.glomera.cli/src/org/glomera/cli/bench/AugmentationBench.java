package org.glomera.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.ValueScale;
import org.glomera.network.ArchitectureParameters;
import org.glomera.network.Channel;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;
import org.glomera.network.augmentation.AugmentationInfo;
import org.glomera.network.augmentation.AugmentationSetting;
import org.glomera.network.augmentation.Augmentations;
import org.glomera.network.augmentation.Augmenter;
import org.glomera.network.selftest.FormulaNumbers;
import org.glomera.network.unet.HybridUNet;

/** Times the augmentations of all plug-ins on an image of the reference study's size, SPECT and CT. */
public final class AugmentationBench {

    private static final int SIZE = 128;
    private static final ArchitectureParameters INPUT = new ArchitectureParameters(1, 1, SIZE, SIZE, SIZE);
    private static final ImageFacts FACTS = new ImageFacts(SIZE, SIZE, SIZE, new Vector3(3.1, 3.1, 2.8), List.of(
            new ChannelFacts(Channel.SPECT, new ValueScale(0, 9000, 4000, 2000), 0),
            new ChannelFacts(Channel.CT, new ValueScale(-200, 300, 50, 125), -1000)), false);

    /**
     * What was measured.
     *
     * @param what the ids, drawn for every image with their suggested parameters
     * @param medianMs the median time of an image in milliseconds
     * @param slowestMs the longest
     */
    public record Result(String what, double medianMs, double slowestMs) {
    }

    private AugmentationBench() {
    }

    /**
     * Measures each augmentation, and all of them together.
     *
     * @param repeats how many images are counted, after one that is not
     */
    public static List<Result> measure(int repeats, IProgressMonitor monitor) throws GlomeraException {
        Augmentations known = Augmentations.ofPlugins();
        Sample sample = FormulaNumbers.sample(new HybridUNet().build(INPUT));
        List<AugmentationSetting> all = known.infos().stream().map(AugmentationInfo::suggested)
                .map(one -> new AugmentationSetting(one.id(), 1, one.parameters())).toList();
        List<Result> results = new ArrayList<>();
        for (AugmentationSetting one : all) {
            results.add(measure(one.id(), known.augmenter(List.of(one)), sample, repeats, monitor));
        }
        results.add(measure("all together", known.augmenter(all), sample, repeats, monitor));
        return results;
    }

    private static Result measure(String what, Augmenter augmenter, Sample sample, int repeats, IProgressMonitor monitor)
            throws GlomeraException {
        double[] ms = new double[repeats];
        for (int i = -1; i < repeats; i++) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            long start = System.nanoTime();
            augmenter.augment(sample, FACTS, 1, 1, i + 1);
            if (i >= 0) {
                ms[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(ms);
        return new Result(what, ms[repeats / 2], ms[repeats - 1]);
    }
}

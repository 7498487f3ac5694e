package org.glomera.pipeline.segmenting;

import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.Resampler;
import org.glomera.network.Channel;
import org.glomera.pipeline.evaluating.Segmenter;
import org.glomera.pipeline.preparing.InputBuilder;

/** What one network answers to an image: its windows' answers, averaged, on the image's own grid. */
final class NetworkAnswer {

    /** Arrays of a point each beside the channels': the sum, and what is resampled at the time. */
    private static final int FURTHER_ARRAYS = 2;

    private NetworkAnswer() {
    }

    /**
     * The probability of each voxel to belong to a kidney; 0 outside what the network was shown.
     *
     * @param segmenter the network
     * @param images the patient's images
     * @param plan what it is shown of them
     * @param own the grid of the image that its delineations follow
     */
    static Volume of(Segmenter segmenter, Map<Channel, Volume> images, WindowPlan plan, Grid own,
            WindowProgress progress) throws GlomeraException {
        requireMemory(plan, segmenter.card().channels().size());
        var windows = plan.windows();
        progress.begin(windows.size(), segmenter.guessedSeconds());
        InputBuilder builder = new InputBuilder(segmenter.card().channels(), segmenter.card().preparation());
        float[][] lattice = builder.resampled(images, plan.field(), plan.lattice());
        WindowSum sum = new WindowSum(plan);
        WindowPlan.Box normalised = null;
        float[][] values = new float[0][];
        for (WindowPlan.Box window : windows) {
            var monitor = progress.next();
            WindowPlan.Box around = plan.normalisedOver(window);
            if (!around.equals(normalised)) {
                normalised = around;
                values = builder.normalised(cut(lattice, plan.lattice(), around));
            }
            Volume answer = segmenter.probability(cut(values, around.grid(plan.lattice()), window.within(around)),
                    window.grid(plan.lattice()), monitor);
            requireNumbers(answer, segmenter);
            sum.add(answer.values(), window);
            progress.windowDone();
        }
        return Resampler.trilinear(sum.mean(), own, 0);
    }

    private static float[][] cut(float[][] channels, Grid lattice, WindowPlan.Box box) {
        float[][] cut = new float[channels.length][];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = box.of(channels[i], lattice);
        }
        return cut;
    }

    private static void requireNumbers(Volume answer, Segmenter segmenter) throws GlomeraException {
        int bad = answer.nonFiniteCount();
        if (bad > 0) {
            throw new GlomeraException(Kind.COMPUTATION, "The network '" + segmenter.card().title() + "' answered with "
                    + bad + " values that are no numbers. Its weights are of no use for this image; take another epoch or "
                    + "another network.");
        }
    }

    private static void requireMemory(WindowPlan plan, int channels) throws GlomeraException {
        Runtime java = Runtime.getRuntime();
        long free = java.maxMemory() - (java.totalMemory() - java.freeMemory());
        long needed = (long) plan.lattice().voxelCount() * Float.BYTES * (channels + FURTHER_ARRAYS);
        if (needed > free) {
            throw new GlomeraException(Kind.RESOURCES, "The image at the shown spacing takes " + (needed >> 20)
                    + " MB, more than the " + (free >> 20) + " MB that the Java machine has left. Take a coarser spacing, or "
                    + "give it more memory with GLOMERA_HEAP, for instance GLOMERA_HEAP=12g.");
        }
    }
}

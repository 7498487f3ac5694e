package org.glomera.network.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.network.ChannelFacts;
import org.glomera.network.ImageFacts;
import org.glomera.network.Sample;

/**
 * Changes training images by a list of augmentations. What becomes of an image follows from the seed, the epoch, the
 * image's place in the epoch and the augmentation's place in the list alone: the same at every call, after a training was
 * stopped and went on, and with any number of threads. Has no state; safe for use by several threads.
 */
public final class Augmenter {

    /** Changes nothing. */
    public static final Augmenter NONE = new Augmenter(List.of());

    /**
     * One augmentation of the list.
     *
     * @param info what is declared of it
     * @param augmentation what makes changes
     * @param probability how often it does
     * @param values its parameters
     */
    record Step(AugmentationInfo info, Augmentation augmentation, double probability, ParameterValues values) {

        Step {
            Objects.requireNonNull(info);
            Objects.requireNonNull(augmentation);
            Objects.requireNonNull(values);
        }
    }

    /** A change of image values that was drawn by an augmentation. */
    private record Drawn(Step step, Change.Values change) {
    }

    private final List<Step> steps;

    Augmenter(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Whether no image is ever changed. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * The ids of the augmentations that change the image in a place of an epoch, in the list's order.
     *
     * @param seed the training's
     * @param epoch 1 for the first
     * @param position place in the epoch's order, 0 for the first
     */
    public List<String> drawn(long seed, int epoch, int position) {
        List<String> ids = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            if (new SplittableRandom(Seeds.of(seed, epoch, position, place)).nextDouble() < steps.get(place)
                    .probability()) {
                ids.add(steps.get(place).info().id());
            }
        }
        return ids;
    }

    /**
     * The image as it is seen in its place of an epoch.
     *
     * @param sample the prepared image; it is not written to
     * @param facts what is known of it
     * @param seed the training's
     * @param epoch 1 for the first
     * @param position place in the epoch's order, 0 for the first
     * @return the changed image, or {@code sample} when no change was drawn
     * @throws GlomeraException (computation) when an augmentation fails, or gives no image of this size with finite
     *         values; the message names its plug-in
     */
    public Sample augment(Sample sample, ImageFacts facts, long seed, int epoch, int position)
            throws GlomeraException {
        requireFits(sample, facts);
        Affine3 movement = null;
        List<Drawn> later = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            Step step = steps.get(place);
            SplittableRandom random = new SplittableRandom(Seeds.of(seed, epoch, position, place));
            if (random.nextDouble() < step.probability()) {
                Change change = draw(step, facts, random);
                if (change instanceof Change.Movement move) {
                    movement = movement == null ? move.frameMm() : move.frameMm().after(movement);
                } else if (change instanceof Change.Values values) {
                    later.add(new Drawn(step, values));
                }
            }
        }
        Sample changed = movement == null ? sample : MovedSample.of(sample, facts, movement);
        for (Drawn drawn : later) {
            Sample made = make(drawn, changed);
            check(drawn.step(), made, changed, facts);
            changed = made;
        }
        return changed;
    }

    private static Change draw(Step step, ImageFacts facts, RandomGenerator random) throws GlomeraException {
        Change change;
        try {
            change = step.augmentation().draw(facts, step.values(), random);
        } catch (RuntimeException | LinkageError e) {
            throw failure(step, e.toString(), e);
        }
        if (change == null) {
            throw failure(step, "it drew no change (null)", null);
        }
        return change;
    }

    private static Sample make(Drawn drawn, Sample before) throws GlomeraException {
        try {
            return drawn.change().make().apply(before);
        } catch (RuntimeException | LinkageError e) {
            throw failure(drawn.step(), e.toString(), e);
        }
    }

    /** Refuses what is no image of this size; brings values back into the range of the preparation. */
    private static void check(Step step, Sample made, Sample before, ImageFacts facts) throws GlomeraException {
        if (made == null) {
            throw failure(step, "it gave no image (null)", null);
        }
        int count = facts.channels().size();
        if (made.channels().length != count || made.mask().length != facts.voxelCount()) {
            throw failure(step, "it gave " + made.channels().length + " channels of " + made.mask().length
                    + " voxels instead of " + count + " of " + facts.voxelCount(), null);
        }
        for (int i = 0; i < count; i++) {
            ChannelFacts channel = facts.channels().get(i);
            if (made.channels()[i] != before.channels()[i] && !bringBack(made.channels()[i], channel)) {
                throw failure(step, "it gave a value that is not finite in the channel " + channel.channel().word(),
                        null);
            }
        }
        if (made.mask() != before.mask() && !isMask(made.mask(), facts.sided() ? 2 : 1)) {
            throw failure(step, "it gave a mask with values other than 0 and 1" + (facts.sided() ? " and 2" : ""), null);
        }
    }

    /** Clips to the channel's range; false when there is a value that is not finite. */
    private static boolean bringBack(float[] values, ChannelFacts channel) {
        float lowest = channel.lowest();
        float highest = channel.highest();
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (!Float.isFinite(value)) {
                return false;
            }
            values[i] = value < lowest ? lowest : Math.min(value, highest);
        }
        return true;
    }

    private static boolean isMask(float[] mask, int labels) {
        for (float value : mask) {
            if (!(value >= 0 && value <= labels && value == Math.rint(value))) {
                return false;
            }
        }
        return true;
    }

    private static void requireFits(Sample sample, ImageFacts facts) {
        if (sample.mask().length != facts.voxelCount() || sample.channels().length != facts.channels().size()) {
            throw new IllegalArgumentException("An image with " + sample.channels().length + " channels of "
                    + sample.mask().length + " voxels is not what the facts say: " + facts.channels().size() + " of "
                    + facts.voxelCount() + ".");
        }
    }

    private static GlomeraException failure(Step step, String what, Throwable cause) {
        return new GlomeraException(Kind.COMPUTATION, "Training was stopped: the augmentation '" + step.info().id()
                + "' of the plug-in " + step.info().bundle() + " failed: " + what + ". Train without it, or update that"
                + " plug-in.", cause);
    }
}

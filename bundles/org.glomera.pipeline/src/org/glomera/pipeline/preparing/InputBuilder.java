package org.glomera.pipeline.preparing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.image.intensity.IntensityNormalisation.Normalised;
import org.glomera.image.resample.Resampler;
import org.glomera.network.Channel;
import org.glomera.network.model.InputPreparation;

/**
 * Makes a network's input of images, in training and in use alike. The field of view is that of the SPECT image when
 * the network sees it, otherwise that of the CT, turned to {@link CanonicalGrid}. The CT is brought onto the SPECT
 * image's grid first, padded where it does not reach; then every channel is averaged onto the input grid and
 * normalised. Has no state.
 */
public final class InputBuilder {

    /** A voxel of the input grid belongs to the kidneys when at least this share of it is delineated. */
    private static final float MASK_SHARE = 0.5f;
    private static final Set<Integer> KIDNEYS = Set.of(Side.RIGHT.label(), Side.LEFT.label());

    private final List<Channel> channels;
    private final InputPreparation preparation;

    /** Makes a builder for a network. */
    public InputBuilder(List<Channel> channels, InputPreparation preparation) {
        this.channels = List.copyOf(channels);
        this.preparation = Objects.requireNonNull(preparation);
    }

    /** Which of two images gives the field of view: the SPECT when the network sees it. */
    public Channel reference() {
        return channels.contains(Channel.SPECT) ? Channel.SPECT : Channel.CT;
    }

    /** The input grid over the field of view of the reference image's grid. */
    public Grid inputGrid(Grid reference) {
        return CanonicalGrid.of(reference).withSize(preparation.nx(), preparation.ny(), preparation.nz());
    }

    /**
     * The network's input, one array a channel in the network's order, x fastest.
     *
     * @param images the channels' images
     * @param field the grid whose field of view is taken; the reference image's own, or one cut or padded from it
     */
    public float[][] input(Map<Channel, Volume> images, Grid field) {
        return normalised(resampled(images, field, inputGrid(field)));
    }

    /**
     * The images on a grid over a field of view, as they are before they are normalised; one array a channel in the
     * network's order, x fastest.
     *
     * @param images the channels' images
     * @param field the grid whose field of view is taken; its voxels are as large as the reference image's
     * @param target the grid that they are averaged onto, for instance {@link #inputGrid}
     */
    public float[][] resampled(Map<Channel, Volume> images, Grid field, Grid target) {
        float[][] values = new float[channels.size()][];
        for (int i = 0; i < values.length; i++) {
            Channel channel = channels.get(i);
            float outside = (float) outside(channel, preparation);
            Volume image = images.get(channel);
            if (channel != reference()) {
                image = Resampler.zeroPad(image, CanonicalGrid.of(field), outside);
            }
            values[i] = Resampler.average(image, target, outside).values();
        }
        return values;
    }

    /** Each channel's values normalised, in new arrays. */
    public float[][] normalised(float[][] values) {
        return scaled(values).stream().map(Normalised::values).toArray(float[][]::new);
    }

    /** The same with the numbers by which each channel was normalised. */
    List<Normalised> scaled(float[][] values) {
        List<Normalised> input = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            input.add(preparation.require(channels.get(i)).normalise(values[i]));
        }
        return input;
    }

    /** What stands where an image has no value, in HU or Bq/ml. */
    static double outside(Channel channel, InputPreparation preparation) {
        return channel == Channel.CT ? preparation.ctOutsideHu() : 0;
    }

    /** The mask on the input grid: 1 where at least half of a voxel belongs to a kidney, 0 elsewhere. */
    public byte[] mask(LabelMap kidneys) {
        float[] share = Resampler.fraction(kidneys, KIDNEYS, inputGrid(kidneys.grid()));
        byte[] mask = new byte[share.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (share[i] >= MASK_SHARE ? 1 : 0);
        }
        return mask;
    }

    /** The lengths in millimetres of a grid's field of view along the patient's x, y and z. */
    public static Vector3 fieldOfViewMm(Grid grid) {
        Grid turned = CanonicalGrid.of(grid);
        Vector3 spacing = turned.spacingMm();
        return new Vector3(spacing.x() * turned.nx(), spacing.y() * turned.ny(), spacing.z() * turned.nz());
    }

    /** A map of the images that a network sees. */
    static Map<Channel, Volume> images() {
        return new EnumMap<>(Channel.class);
    }
}

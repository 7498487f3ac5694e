package org.glomera.network.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.glomera.core.geometry.Vector3;
import org.glomera.image.intensity.IntensityNormalisation;
import org.glomera.network.Channel;
import org.glomera.study.WhenAbsent;

/**
 * How an image becomes a network's input; written with the model. The image is resampled to the input size over its
 * field of view (for a hybrid network: over that of the SPECT image), then each channel is normalised.
 *
 * @param nx number of input voxels along x
 * @param ny number of input voxels along y
 * @param nz number of input voxels along z
 * @param intensity how each channel's values are normalised
 * @param ctOutsideHu the CT number of what lies outside the CT's field of view, in HU
 * @param fieldOfViewMm the fields of view that the network was trained on: the median of their lengths in millimetres
 *        along x, y and z. An image that differs much from it is cut or padded to it first
 * @param windows how the network is shown an image that it is to segment, when the user does not say it
 */
public record InputPreparation(int nx, int ny, int nz, Map<Channel, IntensityNormalisation> intensity,
        double ctOutsideHu, Vector3 fieldOfViewMm, @WhenAbsent("\"as_training\"") InputWindows windows) {

    /** Shown as in training. */
    public InputPreparation(int nx, int ny, int nz, Map<Channel, IntensityNormalisation> intensity,
            double ctOutsideHu, Vector3 fieldOfViewMm) {
        this(nx, ny, nz, intensity, ctOutsideHu, fieldOfViewMm, InputWindows.AS_TRAINING);
    }

    /** Refuses sizes below 1 and a channel without normalisation. */
    public InputPreparation {
        if (nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("An input has at least one voxel along each axis, not " + nx + " x " + ny
                    + " x " + nz + ".");
        }
        if (!Double.isFinite(ctOutsideHu)) {
            throw new IllegalArgumentException("The CT number outside the field of view is finite.");
        }
        if (!(fieldOfViewMm.x() > 0 && fieldOfViewMm.y() > 0 && fieldOfViewMm.z() > 0)) {
            throw new IllegalArgumentException("A field of view has positive lengths, not " + fieldOfViewMm + ".");
        }
        Objects.requireNonNull(windows);
        intensity.values().forEach(Objects::requireNonNull);
        intensity = Collections.unmodifiableMap(new TreeMap<>(intensity));
    }

    /**
     * The normalisation of a channel.
     *
     * @throws IllegalArgumentException when the preparation has none
     */
    public IntensityNormalisation require(Channel channel) {
        IntensityNormalisation found = intensity.get(channel);
        if (found == null) {
            throw new IllegalArgumentException("The preparation does not say how " + channel.word()
                    + " is normalised.");
        }
        return found;
    }
}

package org.glomera.image.components;

import java.util.Objects;

import org.glomera.core.geometry.Vector3;

/**
 * One connected component of a mask.
 *
 * @param label the number that stands for it in {@link Components#labels()}, from 1
 * @param voxels how many voxels it has
 * @param volumeMl its volume in millilitres
 * @param centroidMm the mean of its voxels' centres, DICOM LPS millimetres
 */
public record Component(int label, int voxels, double volumeMl, Vector3 centroidMm) {

    /** Refuses an empty component. */
    public Component {
        Objects.requireNonNull(centroidMm);
        if (label < 1 || voxels < 1) {
            throw new IllegalArgumentException("A component has a label from 1 and a voxel; this has label " + label
                    + " and " + voxels + " voxels.");
        }
    }
}

package org.glomera.dicom;

import java.util.List;
import java.util.Objects;

import org.glomera.core.volume.Volume;

/**
 * The voxels of a series in patient space.
 *
 * @param volume the image
 * @param remarks sentences for the user about everything that is not plainly as it was stored (a filled slice, a
 *        straightened gantry tilt, a decay correction); nothing about the patient is in them
 */
public record ReadImage(Volume volume, List<String> remarks) {

    /** Copies the list. */
    public ReadImage {
        Objects.requireNonNull(volume);
        remarks = List.copyOf(remarks);
    }
}

package org.glomera.network;

import java.util.List;
import java.util.Objects;

import org.glomera.core.geometry.Vector3;

/**
 * What augmentations know of a training image beside its values.
 * <p>
 * The image's frame: millimetres along the input grid's axes from the middle of its field of view, x to the patient's
 * left, y to the back, z to the head, as near as the image's own axes run. The centre of voxel i along x is at
 * {@code (i - (nx - 1) / 2) * spacingMm.x()}, and so on; arrays have x fastest.
 *
 * @param nx number of voxels along x
 * @param ny number of voxels along y
 * @param nz number of voxels along z
 * @param spacingMm the voxels' spacings along x, y and z in mm; they differ from image to image
 * @param channels the network's channels in their order
 * @param sided true: the mask has 1 in the right kidney and 2 in the left; false: 1 in either, as in training, since
 *        right and left are told apart in patient space after segmenting
 */
public record ImageFacts(int nx, int ny, int nz, Vector3 spacingMm, List<ChannelFacts> channels, boolean sided) {

    /** Refuses sizes below 1 and spacings that are not positive. */
    public ImageFacts {
        if (nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("An image has at least one voxel along each axis, not " + nx + " x " + ny
                    + " x " + nz + ".");
        }
        Objects.requireNonNull(spacingMm);
        if (!(spacingMm.x() > 0 && spacingMm.y() > 0 && spacingMm.z() > 0)) {
            throw new IllegalArgumentException("Spacings are positive, not " + spacingMm + ".");
        }
        channels = List.copyOf(channels);
    }

    /** Number of voxels. */
    public int voxelCount() {
        return Math.multiplyExact(Math.multiplyExact(nx, ny), nz);
    }
}

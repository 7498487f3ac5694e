package org.glomera.study;

import java.util.List;
import java.util.Objects;

/**
 * An image that a registration moves, as it lay before.
 *
 * @param image which image
 * @param voxels number of voxels along x, y and z
 * @param originalVoxelToPatientMm the upper three rows of the matrix from voxel indices to patient millimetres (DICOM LPS)
 *        before anything was moved
 * @param originalHeader the bytes of the file's header that said so, in hexadecimal digits
 */
public record MovedImage(CaseFile image, List<Integer> voxels, List<List<Double>> originalVoxelToPatientMm,
        String originalHeader) {

    /** Copies the lists; refuses other sizes and numbers that are not finite. */
    public MovedImage {
        Objects.requireNonNull(image, "image is missing");
        voxels = List.copyOf(voxels);
        if (voxels.size() != 3 || voxels.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("voxels are three positive numbers, these are " + voxels);
        }
        originalVoxelToPatientMm = Copies.rows("originalVoxelToPatientMm", originalVoxelToPatientMm, 3);
        Objects.requireNonNull(originalHeader, "originalHeader is missing");
    }
}

package org.glomera.image.nifti;

import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.VoxelType;

/** The scalar voxel types of NIfTI-1 (nifti1.h, field datatype), without colours, complex and 128-bit numbers. */
final class NiftiTypes {

    private static final int FLOAT128 = 1536;

    private NiftiTypes() {
    }

    /** The type of a code. */
    static VoxelType ofCode(int code) throws FileProblem {
        return switch (code) {
            case 2 -> VoxelType.UINT8;
            case 4 -> VoxelType.INT16;
            case 8 -> VoxelType.INT32;
            case 16 -> VoxelType.FLOAT32;
            case 64 -> VoxelType.FLOAT64;
            case 256 -> VoxelType.INT8;
            case 512 -> VoxelType.UINT16;
            case 768 -> VoxelType.UINT32;
            case 1024 -> VoxelType.INT64;
            case 1280 -> VoxelType.UINT64;
            default -> throw new FileProblem("holds voxels of type " + code + (code == FLOAT128
                    ? " (128-bit floating point), which is not read" : ", which is no single real number a voxel")
                    + ". Convert the image to 16-bit integers or 32-bit floating point");
        };
    }

    /** The code of a type that is written. */
    static int code(VoxelType type) {
        return switch (type) {
            case UINT8 -> 2;
            case FLOAT32 -> 16;
            default -> throw new IllegalArgumentException("Voxels of type " + type + " are not written.");
        };
    }
}

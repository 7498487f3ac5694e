package org.glomera.image.nifti;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The scalar voxel types of NIfTI-1 (nifti1.h, field datatype), without colours, complex and 128-bit numbers. */
enum VoxelType {
    UINT8(2, 1), INT16(4, 2), INT32(8, 4), FLOAT32(16, 4), FLOAT64(64, 8), INT8(256, 1), UINT16(512, 2), UINT32(768, 4),
    INT64(1024, 8), UINT64(1280, 8);

    private final int code;
    private final int bytes;

    VoxelType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The number that stands in the field datatype. */
    int code() {
        return code;
    }

    /** Bytes a voxel. */
    int bytes() {
        return bytes;
    }

    static Optional<VoxelType> ofCode(int code) {
        for (VoxelType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Decodes the first {@code count} voxels of a buffer, in its byte order, into the first places of {@code out}. */
    void decode(ByteBuffer in, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = at(in, i);
        }
    }

    private double at(ByteBuffer in, int i) {
        return switch (this) {
            case UINT8 -> in.get(i) & 0xff;
            case INT8 -> in.get(i);
            case INT16 -> in.getShort(2 * i);
            case UINT16 -> in.getShort(2 * i) & 0xffff;
            case INT32 -> in.getInt(4 * i);
            case UINT32 -> in.getInt(4 * i) & 0xffffffffL;
            case FLOAT32 -> in.getFloat(4 * i);
            case FLOAT64 -> in.getDouble(8 * i);
            case INT64 -> in.getLong(8 * i);
            case UINT64 -> unsigned(in.getLong(8 * i));
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }
}

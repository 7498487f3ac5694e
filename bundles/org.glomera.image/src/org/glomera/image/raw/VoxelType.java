package org.glomera.image.raw;

import java.nio.ByteBuffer;

/** How one real number a voxel is stored. */
public enum VoxelType {
    /** One bit a voxel, eight voxels a byte, the first in the highest bit. */
    BIT(1),
    /** An unsigned byte. */
    UINT8(8),
    /** A signed byte. */
    INT8(8),
    /** 16 bits with sign. */
    INT16(16),
    /** 16 bits without sign. */
    UINT16(16),
    /** 32 bits with sign. */
    INT32(32),
    /** 32 bits without sign. */
    UINT32(32),
    /** 64 bits with sign. */
    INT64(64),
    /** 64 bits without sign. */
    UINT64(64),
    /** IEEE 754, 32 bits. */
    FLOAT32(32),
    /** IEEE 754, 64 bits. */
    FLOAT64(64);

    private final int bits;

    VoxelType(int bits) {
        this.bits = bits;
    }

    /** Bits a voxel. */
    public int bits() {
        return bits;
    }

    /** Bytes that a number of voxels takes; a begun byte counts. */
    public long bytes(long voxels) {
        return (voxels * bits + 7) / 8;
    }

    /** The integer of a width in bytes; other widths than 1, 2, 4 and 8 are refused. */
    public static VoxelType integer(int bytes, boolean signed) throws FileProblem {
        return switch (bytes) {
            case 1 -> signed ? INT8 : UINT8;
            case 2 -> signed ? INT16 : UINT16;
            case 4 -> signed ? INT32 : UINT32;
            case 8 -> signed ? INT64 : UINT64;
            default -> throw new FileProblem("holds whole numbers of " + bytes + " bytes; 1, 2, 4 and 8 are read. "
                    + "Convert the image to 16-bit integers or 32-bit floating point");
        };
    }

    /** Decodes the first {@code count} voxels of a buffer, in its byte order, into the first places of {@code out}. */
    public void decode(ByteBuffer in, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = at(in, i);
        }
    }

    private double at(ByteBuffer in, int i) {
        return switch (this) {
            case BIT -> in.get(i >> 3) >> (7 - (i & 7)) & 1;
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

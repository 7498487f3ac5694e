package org.glomera.image.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Builds NIfTI-1 files byte by byte from the layout in nifti1.h, apart from the code under test. */
final class NiftiBytes {

    private final ByteBuffer bytes;

    /** A header for {@code nx * ny * nz} voxels of a type, with sform diag(2, 3, 5) and offset 7, 8, 9 (RAS). */
    NiftiBytes(ByteOrder order, int datatype, int voxelBytes, int nx, int ny, int nz) {
        bytes = ByteBuffer.allocate(352 + voxelBytes * nx * ny * nz).order(order);
        bytes.putInt(0, 348);
        shorts(40, 3, nx, ny, nz, 1, 1, 1, 1);
        shorts(70, datatype, 8 * voxelBytes);
        floats(76, 1, 2, 3, 5, 1, 1, 1, 1, 352, 1, 0);
        shorts(252, 0, 1);
        floats(280, 2, 0, 0, 7, 0, 3, 0, 8, 0, 0, 5, 9);
        bytes.put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
    }

    /** 3 x 2 x 4 little-endian 16-bit integers. */
    static NiftiBytes ofInt16() {
        return new NiftiBytes(ByteOrder.LITTLE_ENDIAN, 4, 2, 3, 2, 4);
    }

    NiftiBytes shorts(int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            bytes.putShort(at + 2 * i, (short) values[i]);
        }
        return this;
    }

    NiftiBytes floats(int at, float... values) {
        for (int i = 0; i < values.length; i++) {
            bytes.putFloat(at + 4 * i, values[i]);
        }
        return this;
    }

    NiftiBytes set(Consumer<ByteBuffer> change) {
        change.accept(bytes);
        return this;
    }

    byte[] plain() {
        return bytes.array().clone();
    }

    byte[] packed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

package org.glomera.dicom.pixelmed;

import java.util.Arrays;

/** Bytes that are in memory: a data set that was deflated. For one thread. */
final class MemoryBytes extends ByteSource {

    MemoryBytes(byte[] bytes) {
        window = bytes;
        to = bytes.length;
    }

    @Override
    long size() {
        return window.length;
    }

    @Override
    protected void load(long at, int length) {
        throw new IllegalStateException("Everything is in memory.");
    }

    @Override
    byte[] copy(long at, long length) throws DamagedFileException {
        requireWithin(at, length);
        return Arrays.copyOfRange(window, (int) at, (int) (at + length));
    }
}

package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The beginning of a file in memory, read on as far as it is asked for: a header is parsed without its pixel data. For
 * one thread.
 */
final class FileBytes implements AutoCloseable {

    private static final int FIRST_READ_BYTES = 1 << 13;

    private final FileChannel channel;
    private final int size;
    private byte[] bytes = new byte[0];
    private int filled;

    /**
     * Opens a file.
     *
     * @throws DamagedFileException when it is larger than an array can hold
     */
    FileBytes(Path file) throws IOException, DamagedFileException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        long length = channel.size();
        if (length > Integer.MAX_VALUE - 16) {
            channel.close();
            throw new DamagedFileException("it has " + length + " bytes, more than this program reads at once");
        }
        size = (int) length;
    }

    /** The file's size in bytes. */
    int size() {
        return size;
    }

    /**
     * Makes the first {@code end} bytes of the file available.
     *
     * @throws DamagedFileException when the file ends before
     */
    void require(long end) throws IOException, DamagedFileException {
        if (end > size) {
            throw new DamagedFileException("it ends at byte " + size + ", but its content needs " + end + " bytes");
        }
        if (end > filled) {
            readTo((int) Math.min(size, Math.max(Math.max(end, FIRST_READ_BYTES), 2L * filled)));
        }
    }

    private void readTo(int end) throws IOException, DamagedFileException {
        bytes = Arrays.copyOf(bytes, end);
        ByteBuffer target = ByteBuffer.wrap(bytes, filled, end - filled);
        while (target.hasRemaining()) {
            if (channel.read(target, target.position()) < 0) {
                throw new DamagedFileException("it became shorter while it was read");
            }
        }
        filled = end;
    }

    /** The array that holds at least what {@link #require} was asked for, from the file's first byte. */
    byte[] array() {
        return bytes;
    }

    /** A part of the file, read straight from it, or from memory when it is there. */
    byte[] copy(long from, long length) throws IOException, DamagedFileException {
        if (from + length > size) {
            throw new DamagedFileException("it ends at byte " + size + ", but its content needs " + (from + length)
                    + " bytes");
        }
        byte[] part = new byte[(int) length];
        int inMemory = (int) Math.max(0, Math.min(length, filled - from));
        System.arraycopy(bytes, (int) Math.min(from, filled), part, 0, inMemory);
        ByteBuffer rest = ByteBuffer.wrap(part, inMemory, part.length - inMemory);
        while (rest.hasRemaining()) {
            if (channel.read(rest, from + rest.position()) < 0) {
                throw new DamagedFileException("it became shorter while it was read");
            }
        }
        return part;
    }

    /** The unsigned 16-bit little endian number at a place. */
    int unsignedShort(long at) throws IOException, DamagedFileException {
        require(at + 2);
        int place = (int) at;
        return (bytes[place] & 0xff) | (bytes[place + 1] & 0xff) << 8;
    }

    /** The unsigned 32-bit little endian number at a place. */
    long unsignedInt(long at) throws IOException, DamagedFileException {
        return unsignedShort(at) | (long) unsignedShort(at + 2) << 16;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

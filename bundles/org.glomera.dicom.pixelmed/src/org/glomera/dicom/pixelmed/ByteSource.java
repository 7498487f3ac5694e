package org.glomera.dicom.pixelmed;

import java.io.IOException;

/** Bytes at places, of a file or of what was inflated from one. For one thread. */
abstract class ByteSource implements AutoCloseable {

    /** The window that is in memory, and where in the source it begins and ends. */
    protected byte[] window = new byte[0];
    protected long from;
    protected long to;

    /** How many bytes there are. */
    abstract long size();

    /** Brings at least {@code length} bytes from a place on into the window; they are there. */
    protected abstract void load(long at, int length) throws IOException, DamagedFileException;

    /**
     * A part of the source, in an array of its own.
     *
     * @throws DamagedFileException when the source ends before, or it is more than an array holds
     */
    abstract byte[] copy(long at, long length) throws IOException, DamagedFileException;

    /** Where in the window a byte stands, which holds at least {@code length} bytes from there on. */
    private int place(long at, int length) throws IOException, DamagedFileException {
        requireWithin(at, length);
        if (at < from || at + length > to) {
            load(at, length);
        }
        return (int) (at - from);
    }

    /** Refuses a part that reaches past the end. */
    protected void requireWithin(long at, long length) throws DamagedFileException {
        if (at + length > size()) {
            throw new DamagedFileException("it ends at byte " + size() + ", but its content needs " + (at + length)
                    + " bytes");
        }
        if (length > Integer.MAX_VALUE - 16) {
            throw new DamagedFileException("it has an element of " + length
                    + " bytes, more than this program reads at once");
        }
    }

    /** The unsigned byte at a place. */
    int unsignedByte(long at) throws IOException, DamagedFileException {
        int place = place(at, 1);
        return window[place] & 0xff;
    }

    /** The unsigned 16-bit number at a place. */
    int unsignedShort(long at, boolean bigEndian) throws IOException, DamagedFileException {
        int place = place(at, 2);
        int first = window[place] & 0xff;
        int second = window[place + 1] & 0xff;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /** The unsigned 32-bit number at a place. */
    long unsignedInt(long at, boolean bigEndian) throws IOException, DamagedFileException {
        long first = unsignedShort(at, bigEndian);
        long second = unsignedShort(at + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    @Override
    public void close() throws IOException {
        // What is in memory needs no closing.
    }
}

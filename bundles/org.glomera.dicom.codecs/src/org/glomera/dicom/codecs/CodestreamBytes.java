package org.glomera.dicom.codecs;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

import jj2000.j2k.io.EndianType;
import jj2000.j2k.io.RandomAccessIO;

/** A JPEG 2000 codestream in memory, as JJ2000 reads it. For one thread. */
final class CodestreamBytes implements RandomAccessIO {

    private final ByteBuffer bytes;

    CodestreamBytes(byte[] frame, int start) {
        bytes = ByteBuffer.wrap(frame, start, frame.length - start).slice();
    }

    /** The codestream is shorter than it says. JJ2000 prints the trace of this exception, which nobody should see. */
    private static final class EndOfCodestream extends EOFException {
        private static final long serialVersionUID = 1L;

        @Override
        public void printStackTrace() {
            // The end is reported by the exception that JJ2000 throws afterwards.
        }
    }

    private ByteBuffer have(int count) throws EOFException {
        if (bytes.remaining() < count) {
            throw new EndOfCodestream();
        }
        return bytes;
    }

    @Override
    public int getPos() {
        return bytes.position();
    }

    @Override
    public int length() {
        return bytes.limit();
    }

    @Override
    public void seek(int place) throws IOException {
        if (place < 0 || place > bytes.limit()) {
            throw new EndOfCodestream();
        }
        bytes.position(place);
    }

    @Override
    public int read() throws EOFException {
        return have(1).get() & 0xff;
    }

    @Override
    public void readFully(byte[] target, int offset, int count) throws EOFException {
        have(count).get(target, offset, count);
    }

    @Override
    public byte readByte() throws EOFException {
        return have(1).get();
    }

    @Override
    public int readUnsignedByte() throws EOFException {
        return have(1).get() & 0xff;
    }

    @Override
    public short readShort() throws EOFException {
        return have(2).getShort();
    }

    @Override
    public int readUnsignedShort() throws EOFException {
        return have(2).getShort() & 0xffff;
    }

    @Override
    public int readInt() throws EOFException {
        return have(4).getInt();
    }

    @Override
    public long readUnsignedInt() throws EOFException {
        return have(4).getInt() & 0xffffffffL;
    }

    @Override
    public long readLong() throws EOFException {
        return have(8).getLong();
    }

    @Override
    public float readFloat() throws EOFException {
        return have(4).getFloat();
    }

    @Override
    public double readDouble() throws EOFException {
        return have(8).getDouble();
    }

    @Override
    public int getByteOrdering() {
        return EndianType.BIG_ENDIAN;
    }

    @Override
    public int skipBytes(int count) throws EOFException {
        have(count).position(bytes.position() + count);
        return count;
    }

    @Override
    public void close() {
        // There is only memory.
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void write(int value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeByte(int value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeShort(int value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeInt(int value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeLong(long value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeFloat(float value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeDouble(double value) {
        throw new UnsupportedOperationException();
    }
}

package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, of which a window is in memory: a header is parsed without its pixel data. For one thread. */
final class FileBytes extends ByteSource {

    /** Holds the header of most images. */
    private static final int FIRST_READ_BYTES = 1 << 13;
    private static final int READ_BYTES = 1 << 16;

    private final FileChannel channel;
    private final long size;

    /** Opens a file. */
    FileBytes(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    @Override
    long size() {
        return size;
    }

    @Override
    protected void load(long at, int length) throws IOException, DamagedFileException {
        int count = (int) Math.min(size - at, Math.max(length, at == 0 ? FIRST_READ_BYTES : READ_BYTES));
        if (window.length < count) {
            window = new byte[count];
        }
        read(ByteBuffer.wrap(window, 0, count), at);
        from = at;
        to = at + count;
    }

    @Override
    byte[] copy(long at, long length) throws IOException, DamagedFileException {
        requireWithin(at, length);
        byte[] part = new byte[(int) length];
        if (at >= from && at + length <= to) {
            System.arraycopy(window, (int) (at - from), part, 0, part.length);
        } else {
            read(ByteBuffer.wrap(part), at);
        }
        return part;
    }

    private void read(ByteBuffer target, long at) throws IOException, DamagedFileException {
        int start = target.position();
        while (target.hasRemaining()) {
            if (channel.read(target, at + target.position() - start) < 0) {
                throw new DamagedFileException("it became shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.glomera.dicom.pixelmed;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A deflated data set, inflated (PS3.5 annex A.5). It is inflated twice: first without keeping anything, to learn how
 * large it is, so that a bomb is refused before it takes memory. For one thread.
 */
final class InflatedBytes extends ByteSource {

    /** A data set may be this large whatever its file's size. */
    private static final long ALWAYS_ALLOWED_BYTES = 256L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private InflatedBytes(byte[] inflated) {
        window = inflated;
        to = inflated.length;
    }

    /**
     * Inflates what stands from a place on. Bytes behind the deflated data are padding.
     *
     * @throws DamagedFileException when it is damaged, or inflates to more than 256 MB and twice the file's size
     */
    static InflatedBytes of(ByteSource file, long start) throws IOException, DamagedFileException {
        byte[] deflated = file.copy(start, file.size() - start);
        long most = Math.min(Integer.MAX_VALUE - 16, ALWAYS_ALLOWED_BYTES + 2 * file.size());
        byte[] inflated = new byte[(int) inflate(deflated, new byte[CHUNK_BYTES], false, most)];
        inflate(deflated, inflated, true, inflated.length);
        return new InflatedBytes(inflated);
    }

    /** Inflates into an array, all of it or always its beginning; how many bytes there are. */
    private static long inflate(byte[] deflated, byte[] target, boolean keep, long most) throws DamagedFileException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            long total = 0;
            while (!inflater.finished() && (!keep || total < most)) {
                int from = keep ? (int) total : 0;
                int count = inflater.inflate(target, from, target.length - from);
                if (count == 0 && !inflater.finished()) {
                    throw new DamagedFileException("its deflated data set breaks off");
                }
                total += count;
                if (total > most) {
                    throw new DamagedFileException("its deflated data set has more than " + most
                            + " bytes when it is inflated, too many for a file of its size");
                }
            }
            return total;
        } catch (DataFormatException e) {
            DamagedFileException damaged = new DamagedFileException("its deflated data set is damaged");
            damaged.initCause(e);
            throw damaged;
        } finally {
            inflater.end();
        }
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

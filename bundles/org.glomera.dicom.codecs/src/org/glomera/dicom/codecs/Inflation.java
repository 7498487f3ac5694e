package org.glomera.dicom.codecs;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates deflated data sets (PS3.5 annex A.5). A data set is inflated twice: first without keeping anything, to learn
 * how large it is, so that a bomb is refused before it takes memory. Stateless and thread-safe.
 */
public final class Inflation {

    /** A data set may be this large whatever its file's size. */
    private static final long ALWAYS_ALLOWED_BYTES = 256L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private Inflation() {
    }

    /**
     * Inflates raw deflated data; bytes behind them are padding.
     *
     * @throws CodecException when they are damaged, break off, or inflate to more than 256 MB and twice their size
     */
    public static byte[] inflate(byte[] deflated) throws CodecException {
        long most = Math.min(Integer.MAX_VALUE - 16, ALWAYS_ALLOWED_BYTES + 2L * deflated.length);
        byte[] inflated = new byte[(int) inflate(deflated, new byte[CHUNK_BYTES], false, most)];
        inflate(deflated, inflated, true, inflated.length);
        return inflated;
    }

    /** Inflates into an array, all of it or always its beginning; how many bytes there are. */
    private static long inflate(byte[] deflated, byte[] target, boolean keep, long most) throws CodecException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            long total = 0;
            while (!inflater.finished() && (!keep || total < most)) {
                int from = keep ? (int) total : 0;
                int count = inflater.inflate(target, from, target.length - from);
                if (count == 0 && !inflater.finished()) {
                    throw new CodecException("its deflated data set breaks off");
                }
                total += count;
                if (total > most) {
                    throw new CodecException("its deflated data set has more than " + most
                            + " bytes when it is inflated, too many for a file of its size");
                }
            }
            return total;
        } catch (DataFormatException e) {
            throw new CodecException("its deflated data set is damaged", e);
        } finally {
            inflater.end();
        }
    }
}

package org.glomera.dicom.pixelmed;

/** How much memory the values of a header may still take. For one thread. */
final class Budget {

    private static final long ALWAYS_ALLOWED_BYTES = 256L << 20;
    private static final int PER_ITEM = 256;
    private static final int PER_VALUE = 128;

    private long left;

    /** The budget of a file: twice its size and 256 MB. */
    Budget(long fileBytes) {
        left = ALWAYS_ALLOWED_BYTES + 2 * fileBytes;
    }

    /** Takes what an item of a sequence needs. */
    void item() throws DamagedFileException {
        take(PER_ITEM);
    }

    /** Takes what a value of some bytes needs. */
    void value(long bytes) throws DamagedFileException {
        take(PER_VALUE + bytes);
    }

    private void take(long bytes) throws DamagedFileException {
        left -= bytes;
        if (left < 0) {
            throw new DamagedFileException("its header has more items and values than is believable for a file of its "
                    + "size");
        }
    }
}

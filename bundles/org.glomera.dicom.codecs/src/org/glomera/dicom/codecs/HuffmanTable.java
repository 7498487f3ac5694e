package org.glomera.dicom.codecs;

import java.util.Arrays;

/** A Huffman table of JPEG (ITU-T T.81 annex C), looked up by the next 16 bits. Immutable. */
final class HuffmanTable {

    private static final int LONGEST = 16;

    /** Length times 256 plus symbol for each pattern of 16 bits; 0 where no code begins so. */
    private final short[] lookup = new short[1 << LONGEST];

    /**
     * Makes the table.
     *
     * @param data a segment DHT
     * @param counts where the 16 numbers of codes of each length stand, followed by the symbols
     */
    HuffmanTable(byte[] data, int counts) throws CodecException {
        int symbol = counts + LONGEST;
        int place = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int width = 1 << LONGEST - length;
            for (int i = data[counts + length - 1] & 0xff; i > 0; i--) {
                if (place + width > lookup.length) {
                    throw new CodecException("its compressed image has a table with too many codes");
                }
                short entry = (short) (length << 8 | data[symbol++] & 0xff);
                Arrays.fill(lookup, place, place + width, entry);
                place += width;
            }
        }
    }

    /** Takes the next symbol. */
    int next(EntropyBits bits) throws CodecException {
        int entry = lookup[bits.peek()];
        if (entry == 0) {
            throw new CodecException("its compressed image has a code that its table does not know");
        }
        bits.skip(entry >> 8);
        return entry & 0xff;
    }
}

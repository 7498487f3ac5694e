package org.glomera.dicom.codecs;

/** The DCT coefficients of an image of one component (ITU-T T.81 annexes F and G). For one thread. */
final class DctImage {

    /** The place in a block of the coefficient that comes i-th along the zigzag (T.81 figure A.6). */
    static final int[] NATURAL_ORDER = {0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48,
            41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
            52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

    private final PixelForm form;
    private final JpegFrame header;
    private final int blocksPerRow;
    private final int blocks;
    private final short[] coefficients;

    private EntropyBits bits;
    private HuffmanTable dc;
    private HuffmanTable ac;
    private Band band;
    private int lastDc;
    /** Blocks that still end at once. */
    private int endOfBand;

    /**
     * What a scan holds (T.81 section G.1.1).
     *
     * @param first the first coefficient along the zigzag
     * @param last the last one
     * @param high the bit that an earlier scan ended with; 0 in a first scan
     * @param low the bit that this scan ends with
     */
    record Band(int first, int last, int high, int low) {
        static final Band ALL = new Band(0, 63, 0, 0);

        Band {
            first = Math.min(first, 64);
        }
    }

    DctImage(PixelForm form, JpegFrame header) {
        this.form = form;
        this.header = header;
        blocksPerRow = (form.columns() + 7) / 8;
        blocks = blocksPerRow * ((form.rows() + 7) / 8);
        coefficients = new short[blocks * 64];
    }

    /** Reads one scan. */
    void scan(EntropyBits entropy, HuffmanTable dcTable, HuffmanTable acTable, Band content, int restartInterval)
            throws CodecException {
        if (content.last() > 63 || content.first() > content.last() || content.low() > 13) {
            throw new CodecException("its compressed image has a damaged scan");
        }
        bits = entropy;
        dc = dcTable;
        ac = acTable;
        band = content;
        lastDc = 0;
        endOfBand = 0;
        for (int block = 0; block < blocks; block++) {
            if (restartInterval > 0 && block > 0 && block % restartInterval == 0) {
                bits.restart();
                lastDc = 0;
                endOfBand = 0;
            }
            block(block * 64);
        }
    }

    private void block(int at) throws CodecException {
        if (!header.progressive()) {
            firstDc(at);
            firstAc(at, 1);
        } else if (band.first() == 0) {
            if (band.high() == 0) {
                firstDc(at);
            } else if (bits.take(1) == 1) {
                coefficients[at] |= (short) (1 << band.low());
            }
        } else if (band.high() == 0) {
            firstAc(at, band.first());
        } else {
            refineAc(at);
        }
    }

    private void firstDc(int at) throws CodecException {
        int size = dc.next(bits);
        if (size > 15) {
            throw new CodecException("its compressed image has a coefficient of more than 15 bits");
        }
        lastDc += bits.takeSigned(size);
        coefficients[at] = (short) (lastDc << band.low());
    }

    private void firstAc(int at, int from) throws CodecException {
        if (endOfBand > 0) {
            endOfBand--;
            return;
        }
        for (int k = from; k <= band.last(); k++) {
            int symbol = ac.next(bits);
            int zeros = symbol >> 4;
            int size = symbol & 0xf;
            if (size == 0) {
                if (zeros < 15) {
                    endOfBand = (1 << zeros) + bits.take(zeros) - 1;
                    return;
                }
                k += 15;
            } else {
                k += zeros;
                put(at, k, bits.takeSigned(size) << band.low());
            }
        }
    }

    private void put(int at, int k, int value) throws CodecException {
        if (k > 63) {
            throw new CodecException("its compressed image has a block with more than 64 coefficients");
        }
        coefficients[at + NATURAL_ORDER[k]] = (short) value;
    }

    /** One more bit for the coefficients that are there, and the first bit of new ones (T.81 section G.1.2.3). */
    private void refineAc(int at) throws CodecException {
        int k = band.first();
        if (endOfBand == 0) {
            while (k <= band.last()) {
                int symbol = ac.next(bits);
                int zeros = symbol >> 4;
                int value = 0;
                if ((symbol & 0xf) != 0) {
                    value = bits.take(1) == 1 ? 1 << band.low() : -1 << band.low();
                } else if (zeros < 15) {
                    endOfBand = (1 << zeros) + bits.take(zeros);
                    break;
                }
                k = passOver(at, k, zeros);
                if (value != 0) {
                    put(at, k, value);
                }
                k++;
            }
        }
        if (endOfBand > 0) {
            passOver(at, k, Integer.MAX_VALUE);
            endOfBand--;
        }
    }

    /** Refines coefficients until {@code zeros} that are zero were passed; the place of the next zero. */
    private int passOver(int at, int from, int zeros) throws CodecException {
        int left = zeros;
        int k = from;
        for (; k <= band.last(); k++) {
            int place = at + NATURAL_ORDER[k];
            int old = coefficients[place];
            if (old == 0) {
                if (left == 0) {
                    break;
                }
                left--;
            } else if (bits.take(1) == 1 && (Math.abs(old) >> band.low() & 1) == 0) {
                coefficients[place] += (short) (old > 0 ? 1 << band.low() : -1 << band.low());
            }
        }
        return k;
    }

    /** Turns the coefficients into pixels. */
    void into(int[][] quantization, byte[] target, int offset) throws CodecException {
        int[] table = quantization[header.table()];
        if (table == null) {
            throw new CodecException("its compressed image lacks its quantization table");
        }
        InverseDct inverse = new InverseDct(table, header.precision());
        int[] values = new int[64];
        for (int block = 0; block < blocks; block++) {
            inverse.apply(coefficients, block * 64, values);
            int left = block % blocksPerRow * 8;
            int top = block / blocksPerRow * 8;
            for (int y = 0; y < Math.min(8, form.rows() - top); y++) {
                for (int x = 0; x < Math.min(8, form.columns() - left); x++) {
                    form.put(target, offset, (top + y) * form.columns() + left + x, values[y * 8 + x]);
                }
            }
        }
    }
}

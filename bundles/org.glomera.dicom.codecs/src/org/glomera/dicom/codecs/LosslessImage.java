package org.glomera.dicom.codecs;

/** An image of one component coded by prediction (ITU-T T.81 annex H). For one thread. */
final class LosslessImage {

    private final PixelForm form;
    private final int predictor;
    private final int pointTransform;
    private final int restartRows;
    private final int start;
    private final short[] values;

    LosslessImage(PixelForm form, int precision, int predictor, int pointTransform, int restartInterval)
            throws CodecException {
        if (predictor < 1 || predictor > 7 || pointTransform >= precision
                || restartInterval % form.columns() != 0) {
            throw new CodecException("its compressed image is coded with a predictor or restarts that JPEG does not "
                    + "have");
        }
        this.form = form;
        this.predictor = predictor;
        this.pointTransform = pointTransform;
        this.restartRows = restartInterval / form.columns();
        this.start = 1 << precision - pointTransform - 1;
        this.values = new short[(int) form.pixels()];
    }

    /** Reads the scan. */
    void scan(EntropyBits bits, HuffmanTable table) throws CodecException {
        int columns = form.columns();
        for (int y = 0; y < form.rows(); y++) {
            boolean first = y == 0;
            if (restartRows > 0 && y > 0 && y % restartRows == 0) {
                bits.restart();
                first = true;
            }
            int row = y * columns;
            values[row] = (short) ((first ? start : values[row - columns]) + difference(bits, table));
            for (int i = row + 1; i < row + columns; i++) {
                int predicted = first ? values[i - 1] & 0xffff : predicted(i);
                values[i] = (short) (predicted + difference(bits, table));
            }
        }
    }

    private int predicted(int i) {
        int a = values[i - 1] & 0xffff;
        int b = values[i - form.columns()] & 0xffff;
        int c = values[i - form.columns() - 1] & 0xffff;
        return switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + (b - c >> 1);
            case 6 -> b + (a - c >> 1);
            default -> a + b >> 1;
        };
    }

    private static int difference(EntropyBits bits, HuffmanTable table) throws CodecException {
        int size = table.next(bits);
        if (size > 16) {
            throw new CodecException("its compressed image has a difference of more than 16 bits");
        }
        return size == 16 ? 1 << 15 : bits.takeSigned(size);
    }

    /** Puts the pixels into words. */
    void into(byte[] target, int offset) {
        for (int i = 0; i < values.length; i++) {
            form.put(target, offset, i, (values[i] & 0xffff) << pointTransform);
        }
    }
}

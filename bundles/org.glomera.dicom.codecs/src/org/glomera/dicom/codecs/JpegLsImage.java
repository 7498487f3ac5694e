package org.glomera.dicom.codecs;

import java.util.Arrays;

/** The scan of a JPEG-LS image of one component (ITU-T T.87 annex A). For one thread. */
final class JpegLsImage {

    private static final int CONTEXTS = 365;
    private static final int LEAST_BIAS = -128;
    private static final int MOST_BIAS = 127;
    /** J: bits of the lengths of runs (T.87 table A.4). */
    private static final int[] RUN_BITS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9,
            10, 11, 12, 13, 14, 15};

    private final PixelForm form;
    private final JpegLsModel model;
    private final int pointTransform;
    private final short[] values;
    /** Sums of sizes of errors (A), of errors (B), their correction (C) and number (N); the last two are of runs. */
    private final int[] sizes = new int[CONTEXTS + 2];
    private final int[] errors = new int[CONTEXTS];
    private final int[] biases = new int[CONTEXTS];
    private final int[] numbers = new int[CONTEXTS + 2];
    private final int[] negatives = new int[2];
    private final int range;
    private final int limit;
    private final int errorBits;
    private int runIndex;
    private JpegLsBits bits;
    /** The row above and this row, with one sample more on either side. */
    private int[] above;
    private int[] row;

    JpegLsImage(PixelForm form, JpegLsModel model, int pointTransform) {
        this.form = form;
        this.model = model;
        this.pointTransform = pointTransform;
        values = new short[(int) form.pixels()];
        range = model.range();
        limit = model.limit();
        errorBits = model.errorBits();
        Arrays.fill(sizes, Math.max(2, (range + 32) / 64));
        Arrays.fill(numbers, 1);
        above = new int[form.columns() + 2];
        row = new int[form.columns() + 2];
    }

    /** Reads the scan. */
    void read(JpegLsBits entropy) throws CodecException {
        bits = entropy;
        int columns = form.columns();
        for (int y = 0; y < form.rows(); y++) {
            above[columns + 1] = above[columns];
            row[0] = above[1];
            line(columns);
            for (int x = 0; x < columns; x++) {
                values[y * columns + x] = (short) row[x + 1];
            }
            int[] finished = row;
            row = above;
            above = finished;
        }
    }

    private void line(int columns) throws CodecException {
        int x = 1;
        while (x <= columns) {
            int a = row[x - 1];
            int b = above[x];
            int c = above[x - 1];
            int context = 81 * model.level(above[x + 1] - b) + 9 * model.level(b - c) + model.level(c - a);
            if (context == 0) {
                x = run(x, columns, a);
            } else {
                row[x] = regular(context, a, b, c);
                x++;
            }
        }
    }

    private int regular(int signedContext, int a, int b, int c) throws CodecException {
        int sign = signedContext < 0 ? -1 : 1;
        int q = Math.abs(signedContext);
        int edge = c >= Math.max(a, b) ? Math.min(a, b) : c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
        int predicted = Math.max(0, Math.min(model.most(), edge + sign * biases[q]));
        int k = golombParameter(sizes[q], numbers[q]);
        int mapped = bits.golomb(k, limit, errorBits);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped + 1 >> 1);
        if (model.near() == 0 && k == 0 && 2 * errors[q] <= -numbers[q]) {
            error = -error - 1;
        }
        learn(q, error);
        return model.sample(predicted, sign * error);
    }

    private static int golombParameter(int size, int number) throws CodecException {
        int k = 0;
        while ((long) number << k < size) {
            k++;
        }
        if (k > 24) {
            throw new CodecException("its compressed image has errors that grow without end");
        }
        return k;
    }

    /** Updates a context (T.87 section A.6). */
    private void learn(int q, int error) {
        errors[q] += error * model.step();
        sizes[q] += Math.abs(error);
        if (numbers[q] == model.reset()) {
            sizes[q] >>= 1;
            errors[q] >>= 1;
            numbers[q] >>= 1;
        }
        numbers[q]++;
        if (errors[q] <= -numbers[q]) {
            errors[q] = Math.max(errors[q] + numbers[q], 1 - numbers[q]);
            biases[q] = Math.max(LEAST_BIAS, biases[q] - 1);
        } else if (errors[q] > 0) {
            errors[q] = Math.min(errors[q] - numbers[q], 0);
            biases[q] = Math.min(MOST_BIAS, biases[q] + 1);
        }
    }

    /** Reads a run and the sample that ends it (T.87 section A.7); the place behind them. */
    private int run(int from, int columns, int value) throws CodecException {
        int x = from;
        while (bits.take(1) == 1) {
            int whole = 1 << RUN_BITS[runIndex];
            int length = Math.min(whole, columns - x + 1);
            Arrays.fill(row, x, x + length, value);
            x += length;
            if (length == whole) {
                runIndex = Math.min(31, runIndex + 1);
            }
            if (x > columns) {
                return x;
            }
        }
        int length = bits.take(RUN_BITS[runIndex]);
        if (x + length > columns) {
            throw new CodecException("its compressed image has a run that is longer than a row");
        }
        Arrays.fill(row, x, x + length, value);
        x += length;
        row[x] = interruption(value, above[x]);
        runIndex = Math.max(0, runIndex - 1);
        return x + 1;
    }

    private int interruption(int a, int b) throws CodecException {
        int type = Math.abs(a - b) <= model.near() ? 1 : 0;
        int q = CONTEXTS + type;
        int k = golombParameter(sizes[q] + (type == 1 ? numbers[q] >> 1 : 0), numbers[q]);
        int mapped = bits.golomb(k, limit - RUN_BITS[runIndex] - 1, errorBits);
        int folded = mapped + type;
        int size = folded + 1 >> 1;
        boolean odd = (folded & 1) == 1;
        int error = (k != 0 || 2 * negatives[type] >= numbers[q]) == odd ? -size : size;
        if (error < 0) {
            negatives[type]++;
        }
        sizes[q] += mapped + 1 - type >> 1;
        if (numbers[q] == model.reset()) {
            sizes[q] >>= 1;
            numbers[q] >>= 1;
            negatives[type] >>= 1;
        }
        numbers[q]++;
        return type == 1 ? model.sample(a, error) : model.sample(b, a > b ? -error : error);
    }

    /** Puts the pixels into words. */
    void into(byte[] target, int offset) {
        for (int i = 0; i < values.length; i++) {
            form.put(target, offset, i, (values[i] & 0xffff) << pointTransform);
        }
    }
}

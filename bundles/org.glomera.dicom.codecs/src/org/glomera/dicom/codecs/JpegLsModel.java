package org.glomera.dicom.codecs;

/**
 * The parameters of a JPEG-LS scan (ITU-T T.87 sections A.2.1 and C.2.4.1).
 *
 * @param most the largest sample, MAXVAL
 * @param near the largest error of a sample
 * @param t1 first threshold of gradients
 * @param t2 second one
 * @param t3 third one
 * @param reset samples of a context until its sums are halved
 */
record JpegLsModel(int most, int near, int t1, int t2, int t3, int reset) {

    /** The parameters of a scan; a preset of 0 is the default. */
    static JpegLsModel of(int precision, int near, int[] preset) throws CodecException {
        int most = preset[0] == 0 ? (1 << precision) - 1 : preset[0];
        if (most >= 1 << precision || near > Math.min(255, most / 2)) {
            throw new CodecException("its compressed image has parameters that JPEG-LS does not allow");
        }
        int[] defaults = thresholds(most, near);
        int t1 = preset[1] == 0 ? defaults[0] : preset[1];
        int t2 = preset[2] == 0 ? defaults[1] : preset[2];
        int t3 = preset[3] == 0 ? defaults[2] : preset[3];
        int reset = preset[4] == 0 ? 64 : preset[4];
        if (t1 <= near || t2 < t1 || t3 < t2 || t3 > most || reset < 3) {
            throw new CodecException("its compressed image has parameters that JPEG-LS does not allow");
        }
        return new JpegLsModel(most, near, t1, t2, t3, reset);
    }

    private static int[] thresholds(int most, int near) {
        int t1;
        int t2;
        int t3;
        if (most >= 128) {
            int factor = (Math.min(most, 4095) + 128) / 256;
            t1 = clamp(factor + 2 + 3 * near, near + 1, most);
            t2 = clamp(factor * 4 + 3 + 5 * near, t1, most);
            t3 = clamp(factor * 17 + 4 + 7 * near, t2, most);
        } else {
            int factor = 256 / (most + 1);
            t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, most);
            t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, most);
            t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, most);
        }
        return new int[] {t1, t2, t3};
    }

    private static int clamp(int value, int low, int high) {
        return value > high || value < low ? low : value;
    }

    /** RANGE: how many different errors there are. */
    int range() {
        return near == 0 ? most + 1 : (most + 2 * near) / step() + 1;
    }

    /** The width of a step of errors. */
    int step() {
        return 2 * near + 1;
    }

    /** qbpp: bits of an error. */
    int errorBits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** LIMIT: bits of the longest code. */
    int limit() {
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(most));
        return 2 * (bits + Math.max(8, bits));
    }

    /** The level of a gradient, -4 to 4. */
    int level(int gradient) {
        int size = Math.abs(gradient);
        int level = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
        return gradient < 0 ? -level : level;
    }

    /** The sample of a prediction and an error, brought back into the range of samples (T.87 section A.4.5). */
    int sample(int predicted, int error) {
        int value = predicted + error * step();
        if (value < -near) {
            value += range() * step();
        } else if (value > most + near) {
            value -= range() * step();
        }
        return Math.max(0, Math.min(most, value));
    }
}

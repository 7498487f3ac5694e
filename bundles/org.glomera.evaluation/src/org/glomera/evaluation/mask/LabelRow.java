package org.glomera.evaluation.mask;

import java.util.Arrays;

import org.glomera.core.Kidneys;
import org.glomera.core.volume.LabelMap;

/** Looks for kidneys in one row of a label map; most rows of an image are empty and passed over at once. */
final class LabelRow {

    private static final int CHUNK = 1 << 10;
    private static final byte[] EMPTY = new byte[CHUNK];

    private LabelRow() {
    }

    /** The first place from {@code from} and before {@code to} that holds a kidney, -1 for none. */
    static int first(LabelMap map, Kidneys kidneys, int from, int to) {
        byte[] labels = map.labels();
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            int end = Math.min(to, chunk + CHUNK);
            int at = Arrays.mismatch(labels, chunk, end, EMPTY, 0, end - chunk);
            for (int i = at < 0 ? end : chunk + at; i < end; i++) {
                if (kidneys.hasLabel(labels[i] & 0xff)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The last place of a row that holds a kidney; the row holds one. */
    static int last(LabelMap map, Kidneys kidneys, int from, int to) {
        int at = to - 1;
        while (at > from && !kidneys.hasLabel(map.labels()[at] & 0xff)) {
            at--;
        }
        return at;
    }
}

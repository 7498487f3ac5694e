package org.glomera.render.slice;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Shares rows among the processors of this machine. */
final class Bands {

    /** Rows that one processor takes at a time. */
    private static final int BAND = 16;

    private Bands() {
    }

    /** Calls for each row from {@code first} to before {@code end}, in any order, on several threads. */
    static void forEach(int first, int end, IntConsumer row) {
        IntStream.range(0, (Math.max(first, end) - first + BAND - 1) / BAND).parallel().forEach(band -> {
            int stop = Math.min(end, first + (band + 1) * BAND);
            for (int y = first + band * BAND; y < stop; y++) {
                row.accept(y);
            }
        });
    }
}

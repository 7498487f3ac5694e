package org.glomera.pipeline.estimating;

import java.util.Locale;

/** Sizes of memory and disk as a person reads them. */
public final class Sizes {

    private static final double MB = 1e6;
    private static final double GB = 1e9;

    private Sizes() {
    }

    /** {@code 780 MB} or {@code 6.4 GB}. */
    public static String inWords(long bytes) {
        return bytes < GB ? Math.max(1, Math.round(bytes / MB)) + " MB" : String.format(Locale.ROOT, "%.1f GB",
                bytes / GB);
    }
}

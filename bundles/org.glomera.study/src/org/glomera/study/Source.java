package org.glomera.study;

import java.util.regex.Pattern;

/**
 * What a case was made from.
 *
 * @param kind what it is, for instance {@code ct}, {@code nm} or {@code rtstruct}; no path and no patient's identifier
 * @param files number of files
 * @param sha256 SHA-256 of the files' bytes in the order they were read, as 64 lower-case hexadecimal digits
 */
public record Source(String kind, int files, String sha256) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses an empty kind, a count below one and what is not a SHA-256. */
    public Source {
        if (kind.isBlank()) {
            throw new IllegalArgumentException("a source has no kind");
        }
        if (files < 1) {
            throw new IllegalArgumentException("a source has " + files + " files");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'" + sha256 + "' is not a SHA-256 in lower-case hexadecimal digits");
        }
    }
}

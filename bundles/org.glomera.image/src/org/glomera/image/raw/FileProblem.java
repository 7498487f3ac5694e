package org.glomera.image.raw;

import java.util.Objects;

/** What is wrong with a file: the part of the user's sentence that follows the file's name, without its full stop. */
public final class FileProblem extends Exception {

    private static final long serialVersionUID = 1L;

    /** Makes a problem from a predicate such as {@code has no voxels. Copy it again}. */
    public FileProblem(String predicate) {
        super(Objects.requireNonNull(predicate));
    }

    /** Makes a problem from a predicate and the exception behind it. */
    public FileProblem(String predicate, Throwable cause) {
        super(Objects.requireNonNull(predicate), cause);
    }
}

package org.glomera.image.raw;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Numbers in decimal digits, between white space or commas; a number has at most {@value #LONGEST} characters. */
final class NumberStream {

    private static final int LONGEST = 64;

    private final InputStream in;
    private final StringBuilder token = new StringBuilder();

    NumberStream(InputStream in) {
        this.in = in;
    }

    /** The next number; NaN and infinities as Java, C and Python write them. */
    double next() throws IOException, FileProblem {
        token.setLength(0);
        int c = in.read();
        while (c >= 0 && isBetween(c)) {
            c = in.read();
        }
        while (c >= 0 && !isBetween(c)) {
            token.append((char) c);
            if (token.length() > LONGEST) {
                throw new FileProblem("holds a number of more than " + LONGEST + " characters; it is damaged. Copy or "
                        + "convert it again");
            }
            c = in.read();
        }
        if (token.length() == 0) {
            throw new EOFException();
        }
        return TextHeader.number(token.toString(), "a voxel's value");
    }

    private static boolean isBetween(int c) {
        return c <= ' ' || c == ',';
    }
}

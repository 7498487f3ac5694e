package org.glomera.dicom;

import java.io.ByteArrayOutputStream;

/** Bits without gaps, the first in the lowest bit of the first byte (PS3.5 section 8.1.1), filled up to whole words. */
final class PackedBits {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int current;
    private int count;

    void add(boolean bit) {
        current |= (bit ? 1 : 0) << count++;
        if (count == Byte.SIZE) {
            flush();
        }
    }

    private void flush() {
        bytes.write(current);
        current = 0;
        count = 0;
    }

    /** All bits that were added. */
    byte[] bytes() {
        if (count > 0) {
            flush();
        }
        if (bytes.size() % 2 != 0) {
            bytes.write(0);
        }
        return bytes.toByteArray();
    }
}

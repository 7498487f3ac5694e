package org.glomera.dicom.codecs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds encapsulated pixel data item by item. */
final class Encapsulated {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins with a basic offset table, empty when it has no offsets. */
    Encapsulated(int... offsets) {
        ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int offset : offsets) {
            table.putInt(offset);
        }
        fragment(table.array());
    }

    /** Adds a fragment. */
    Encapsulated fragment(byte[] content) {
        return fragment(content, content.length);
    }

    /** Adds a fragment that claims a length. */
    Encapsulated fragment(byte[] content, int claimed) {
        head(0xe000, claimed);
        out.writeBytes(content);
        return this;
    }

    /** The items, with the mark at their end. */
    byte[] bytes() {
        head(0xe0dd, 0);
        return out.toByteArray();
    }

    private void head(int element, int length) {
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0xfffe)
                .putShort((short) element).putInt(length).array());
    }
}

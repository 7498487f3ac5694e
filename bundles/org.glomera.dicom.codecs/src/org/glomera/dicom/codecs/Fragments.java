package org.glomera.dicom.codecs;

import java.util.ArrayList;
import java.util.List;

/**
 * Encapsulated pixel data (PS3.5 section A.4): the items of the element, of which the first is the basic offset table
 * and the others are fragments of frames.
 */
final class Fragments {

    private static final int ITEM_HEAD = 8;
    private static final int ITEM = 0xfffee000;
    private static final int SEQUENCE_END = 0xfffee0dd;
    /** More fragments than any file has: 65,535 frames in 16 fragments each. */
    private static final int MOST = 1 << 20;

    private final byte[] data;
    /** Where each item begins and ends in the data. */
    private final List<int[]> items = new ArrayList<>();

    Fragments(byte[] data) throws CodecException {
        this.data = data;
        int at = 0;
        while (at + ITEM_HEAD <= data.length) {
            int tag = word(at) << 16 | word(at + 2);
            if (tag == SEQUENCE_END) {
                break;
            }
            long length = word(at + 4) | (long) word(at + 6) << 16;
            long end = at + ITEM_HEAD + length;
            if (tag != ITEM || end > data.length || items.size() > MOST) {
                throw new CodecException("fragment " + items.size() + " of its compressed pixel data "
                        + (tag != ITEM ? "does not begin as one" : "claims " + length + " bytes, but "
                        + (data.length - at - ITEM_HEAD) + " are left"));
            }
            items.add(new int[] {at + ITEM_HEAD, (int) end});
            at = (int) end;
        }
        if (items.size() < 2) {
            throw new CodecException("its compressed pixel data hold no frame");
        }
    }

    private int word(int at) {
        return data[at] & 0xff | (data[at + 1] & 0xff) << 8;
    }

    /** The frames: by one item each, the offset table, or where an image begins. */
    List<byte[]> frames(int count) throws CodecException {
        int fragments = items.size() - 1;
        List<Integer> starts = new ArrayList<>();
        if (count == 1) {
            starts.add(1);
        } else if (fragments == count) {
            for (int i = 1; i <= fragments; i++) {
                starts.add(i);
            }
        } else {
            starts = startsByTable(count);
            if (starts.isEmpty()) {
                starts = startsByMarks();
            }
        }
        if (starts.size() != count) {
            throw new CodecException("its compressed pixel data have " + fragments
                    + " fragments, in which its " + count + " frames cannot be found");
        }
        List<byte[]> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            frames.add(joined(starts.get(i), i + 1 < count ? starts.get(i + 1) : items.size()));
        }
        return frames;
    }

    /** The items at which the frames of the offset table begin; none when it is empty or names other places. */
    private List<Integer> startsByTable(int count) {
        int[] table = items.get(0);
        List<Integer> starts = new ArrayList<>();
        if (table[1] - table[0] != 4 * count) {
            return starts;
        }
        int item = 1;
        for (int at = table[0]; at < table[1]; at += 4) {
            long offset = word(at) | (long) word(at + 2) << 16;
            long place = items.get(1)[0] + offset;
            while (item < items.size() && items.get(item)[0] < place) {
                item++;
            }
            if (item == items.size() || items.get(item)[0] != place
                    || !starts.isEmpty() && starts.get(starts.size() - 1) == item) {
                return List.of();
            }
            starts.add(item);
        }
        return starts;
    }

    /** The items that begin as a JPEG, JPEG-LS or JPEG 2000 image does. */
    private List<Integer> startsByMarks() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 1; i < items.size(); i++) {
            int from = items.get(i)[0];
            if (items.get(i)[1] - from >= 4 && data[from] == (byte) 0xff
                    && (data[from + 1] == (byte) 0xd8 && data[from + 2] == (byte) 0xff
                            || data[from + 1] == 0x4f && data[from + 2] == (byte) 0xff)) {
                starts.add(i);
            }
        }
        return starts;
    }

    private byte[] joined(int from, int to) {
        int length = 0;
        for (int[] item : items.subList(from, to)) {
            length += item[1] - item[0];
        }
        byte[] frame = new byte[length];
        int at = 0;
        for (int[] item : items.subList(from, to)) {
            System.arraycopy(data, item[0], frame, at, item[1] - item[0]);
            at += item[1] - item[0];
        }
        return frame;
    }
}

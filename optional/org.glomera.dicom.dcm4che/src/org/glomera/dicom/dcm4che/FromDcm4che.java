package org.glomera.dicom.dcm4che;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;

/** Turns dcm4che's attributes into the elements of the port. */
final class FromDcm4che {

    private static final Set<VR> WHOLE = EnumSet.of(VR.AT, VR.SL, VR.SS, VR.UL, VR.US);
    private static final Set<VR> UNSIGNED = EnumSet.of(VR.AT, VR.UL);

    private FromDcm4che() {
    }

    /** The elements that {@link Tag} names, without the pixel data. */
    static DataSet dataSet(Attributes attributes, ReadExtent extent) {
        DataSet dataSet = new DataSet();
        for (int number : attributes.tags()) {
            Tag.of(number).filter(tag -> tag != Tag.PIXEL_DATA)
                    .filter(tag -> tag.vr().form() != Vr.Form.BYTES || extent == ReadExtent.ALL)
                    .ifPresent(tag -> put(attributes, tag, dataSet));
        }
        return dataSet;
    }

    /** Adds the elements of the meta information. */
    static void addMeta(Attributes meta, DataSet dataSet) {
        for (int number : meta.tags()) {
            Tag.of(number).filter(tag -> tag.vr().form() == Vr.Form.TEXT).ifPresent(tag -> put(meta, tag, dataSet));
        }
    }

    private static void put(Attributes attributes, Tag tag, DataSet dataSet) {
        switch (tag.vr().form()) {
            case TEXT -> {
                String[] values = attributes.getStrings(tag.number());
                dataSet.putJoined(tag, values == null ? "" : String.join("\\", withoutNull(values)));
            }
            case NUMBER -> dataSet.put(tag, numbers(attributes, tag));
            case BYTES -> {
                byte[] bytes = attributes.getSafeBytes(tag.number());
                VR vr = attributes.getVR(tag.number());
                dataSet.putBytes(tag, bytes == null ? new byte[0]
                        : attributes.bigEndian() ? vr.toggleEndian(bytes, true) : bytes);
            }
            case ITEMS -> {
                Sequence sequence = attributes.getSequence(tag.number());
                List<DataSet> items = new ArrayList<>();
                if (sequence != null) {
                    sequence.forEach(item -> items.add(dataSet(item, ReadExtent.HEADER)));
                }
                dataSet.putItems(tag, items);
            }
        }
    }

    private static String[] withoutNull(String[] values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] == null ? "" : values[i];
        }
        return texts;
    }

    private static double[] numbers(Attributes attributes, Tag tag) {
        VR vr = attributes.getVR(tag.number());
        try {
            if (WHOLE.contains(vr)) {
                int[] values = attributes.getInts(tag.number());
                long mask = UNSIGNED.contains(vr) ? 0xffffffffL : -1L;
                return values == null ? new double[0] : Arrays.stream(values).mapToDouble(i -> i & mask).toArray();
            }
            double[] values = attributes.getDoubles(tag.number());
            return values == null ? new double[0] : values;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return new double[0];
        }
    }

    /** Pixel words in little endian order (PS3.5 section 8.1.1). */
    static byte[] turned(byte[] words, VR vr, DataSet header) {
        int allocated = header.integer(Tag.BITS_ALLOCATED).orElse(0);
        if (allocated > Short.SIZE) {
            return VR.OF.toggleEndian(words, true);
        }
        return vr == VR.OB ? words : VR.OW.toggleEndian(words, true);
    }
}

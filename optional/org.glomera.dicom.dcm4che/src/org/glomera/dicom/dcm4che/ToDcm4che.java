package org.glomera.dicom.dcm4che;

import java.util.Arrays;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/** Turns the elements of the port into dcm4che's attributes. */
final class ToDcm4che {

    private ToDcm4che() {
    }

    /** The attributes of a data set, without its meta information. */
    static Attributes attributes(DataSet dataSet) {
        Attributes attributes = new Attributes();
        for (Tag tag : dataSet.tags()) {
            if (tag.number() >>> 16 != 2) {
                put(dataSet, tag, attributes);
            }
        }
        return attributes;
    }

    private static void put(DataSet dataSet, Tag tag, Attributes attributes) {
        VR vr = VR.valueOf(tag.vr().name());
        switch (tag.vr().form()) {
            case TEXT -> attributes.setString(tag.number(), vr, dataSet.texts(tag).toArray(String[]::new));
            case NUMBER -> numbers(dataSet.numbers(tag), tag, vr, attributes);
            case BYTES -> {
                byte[] bytes = dataSet.bytes(tag).orElseThrow();
                attributes.setBytes(tag.number(), vr, Arrays.copyOf(bytes, bytes.length + bytes.length % 2));
            }
            case ITEMS -> {
                Sequence sequence = attributes.newSequence(tag.number(), dataSet.items(tag).size());
                dataSet.items(tag).forEach(item -> sequence.add(attributes(item)));
            }
        }
    }

    private static void numbers(double[] values, Tag tag, VR vr, Attributes attributes) {
        switch (tag.vr()) {
            case FD, FL -> attributes.setDouble(tag.number(), vr, values);
            default -> attributes.setInt(tag.number(), vr,
                    Arrays.stream(values).mapToInt(value -> (int) (long) value).toArray());
        }
    }
}

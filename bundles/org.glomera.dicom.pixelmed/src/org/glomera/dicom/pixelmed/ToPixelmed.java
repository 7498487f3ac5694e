package org.glomera.dicom.pixelmed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;
import org.glomera.dicom.toolkit.Vr;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeFactory;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.AttributeTagAttribute;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.FileMetaInformation;
import com.pixelmed.dicom.OtherWordAttribute;
import com.pixelmed.dicom.SequenceAttribute;
import com.pixelmed.dicom.SpecificCharacterSet;
import com.pixelmed.dicom.TransferSyntax;

/** Turns the elements of the port into PixelMed's attributes. */
final class ToPixelmed {

    private static final String APPLICATION = "GLOMERA";

    private ToPixelmed() {
    }

    /** The attributes of a file, its meta information included. */
    static AttributeList file(DataSet dataSet) throws DicomException {
        String[] sets = dataSet.texts(Tag.SPECIFIC_CHARACTER_SET).toArray(String[]::new);
        AttributeList list = list(dataSet, sets.length == 0 ? null : new SpecificCharacterSet(sets));
        String sopClass = dataSet.text(Tag.SOP_CLASS_UID)
                .orElseThrow(() -> new IllegalArgumentException("The data set has no SOP class."));
        String sopInstance = dataSet.text(Tag.SOP_INSTANCE_UID)
                .orElseThrow(() -> new IllegalArgumentException("The data set has no SOP instance."));
        FileMetaInformation.addFileMetaInformation(list, sopClass, sopInstance, TransferSyntax.ExplicitVRLittleEndian,
                APPLICATION);
        return list;
    }

    private static AttributeList list(DataSet dataSet, SpecificCharacterSet characters) throws DicomException {
        AttributeList list = new AttributeList();
        for (Tag tag : dataSet.tags()) {
            if (tag.number() >>> 16 != 2) {
                list.put(attribute(dataSet, tag, characters));
            }
        }
        return list;
    }

    private static Attribute attribute(DataSet dataSet, Tag tag, SpecificCharacterSet characters)
            throws DicomException {
        AttributeTag name = new AttributeTag(tag.number() >>> 16, tag.number() & 0xffff);
        return switch (tag.vr().form()) {
            case TEXT -> {
                Attribute attribute = make(name, tag.vr(), characters);
                for (String value : dataSet.texts(tag)) {
                    attribute.addValue(value);
                }
                yield attribute;
            }
            case NUMBER -> numbers(dataSet.numbers(tag), name, tag.vr(), characters);
            case ITEMS -> {
                SequenceAttribute sequence = new SequenceAttribute(name);
                for (DataSet item : dataSet.items(tag)) {
                    sequence.addItem(list(item, characters));
                }
                yield sequence;
            }
            case BYTES -> bytes(name, tag.vr(), dataSet.bytes(tag).orElseThrow(), characters);
        };
    }

    private static Attribute numbers(double[] values, AttributeTag name, Vr vr, SpecificCharacterSet characters)
            throws DicomException {
        if (vr == Vr.AT) {
            AttributeTagAttribute attribute = new AttributeTagAttribute(name);
            for (double value : values) {
                long number = (long) value;
                attribute.addValue((int) (number >>> 16), (int) (number & 0xffff));
            }
            return attribute;
        }
        Attribute attribute = make(name, vr, characters);
        for (double value : values) {
            switch (vr) {
                case FD -> attribute.addValue(value);
                case FL -> attribute.addValue((float) value);
                case US, SS -> attribute.addValue((short) (long) value);
                default -> attribute.addValue((int) (long) value);
            }
        }
        return attribute;
    }

    private static Attribute bytes(AttributeTag name, Vr vr, byte[] bytes, SpecificCharacterSet characters)
            throws DicomException {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Attribute attribute = make(name, vr, characters);
        switch (vr) {
            case OW -> {
                return words(name, bytes);
            }
            case OF -> {
                float[] values = new float[bytes.length / Float.BYTES];
                words.asFloatBuffer().get(values);
                attribute.setValues(values);
            }
            case OD -> {
                double[] values = new double[bytes.length / Double.BYTES];
                words.asDoubleBuffer().get(values);
                attribute.setValues(values);
            }
            case OL -> {
                int[] values = new int[bytes.length / Integer.BYTES];
                words.asIntBuffer().get(values);
                attribute.setValues(values);
            }
            case OV -> {
                long[] values = new long[bytes.length / Long.BYTES];
                words.asLongBuffer().get(values);
                attribute.setValues(values);
            }
            default -> attribute.setValues(bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1));
        }
        return attribute;
    }

    /** Words of 16 bits; bytes go out as they are, whatever the words' sign. */
    private static Attribute words(AttributeTag name, byte[] bytes) throws DicomException {
        short[] values = new short[bytes.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
        }
        OtherWordAttribute attribute = new OtherWordAttribute(name);
        attribute.setValues(values);
        return attribute;
    }

    private static Attribute make(AttributeTag name, Vr vr, SpecificCharacterSet characters) throws DicomException {
        return AttributeFactory.newAttribute(name, vr.name().getBytes(StandardCharsets.US_ASCII), characters);
    }
}

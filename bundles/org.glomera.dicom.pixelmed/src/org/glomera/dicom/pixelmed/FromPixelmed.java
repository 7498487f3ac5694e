package org.glomera.dicom.pixelmed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.AttributeTagAttribute;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.SequenceAttribute;
import com.pixelmed.dicom.SequenceItem;

/** Turns PixelMed's attributes into the elements of the port. */
final class FromPixelmed {

    private FromPixelmed() {
    }

    /** The elements that {@link Tag} names. */
    static DataSet dataSet(AttributeList list) throws DicomException {
        DataSet dataSet = new DataSet();
        for (Attribute attribute : list.values()) {
            Optional<Tag> tag = Tag.of(attribute.getGroup() << 16 | attribute.getElement());
            if (tag.isPresent()) {
                put(dataSet, tag.get(), attribute);
            }
        }
        return dataSet;
    }

    private static void put(DataSet dataSet, Tag tag, Attribute attribute) throws DicomException {
        switch (tag.vr().form()) {
            case TEXT -> {
                String[] values = attribute.getStringValues();
                dataSet.put(tag, values == null ? new String[0] : values);
            }
            case NUMBER -> dataSet.put(tag, numbers(attribute));
            case ITEMS -> dataSet.putItems(tag, items(attribute));
            case BYTES -> {
                // Pixel data are taken from the file; no other element of bytes has a meaning.
            }
        }
    }

    private static double[] numbers(Attribute attribute) throws DicomException {
        if (attribute instanceof AttributeTagAttribute tags) {
            AttributeTag[] values = tags.getAttributeTagValues();
            double[] numbers = new double[values == null ? 0 : values.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (values[i].getGroup() & 0xffffL) << 16 | values[i].getElement();
            }
            return numbers;
        }
        double[] values = attribute.getVL() == 0 ? null : attribute.getDoubleValues();
        return values == null ? new double[0] : values;
    }

    private static List<DataSet> items(Attribute attribute) throws DicomException {
        List<DataSet> items = new ArrayList<>();
        if (attribute instanceof SequenceAttribute sequence) {
            for (Iterator<SequenceItem> i = sequence.iterator(); i.hasNext();) {
                items.add(dataSet(i.next().getAttributeList()));
            }
        }
        return items;
    }
}

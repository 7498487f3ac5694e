package org.glomera.dicom.dcm4che;

import java.io.IOException;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;

/** Stands between dcm4che's parser and what it makes: counts items and levels of nesting. For one file. */
final class Guard implements DicomInputHandler {

    /** Deeper nesting than any object of PS3.3 has; deeper ones would exhaust the stack. */
    private static final int DEEPEST_NESTING = 32;
    /** More items than structures of 10,000 slices have. */
    private static final int MOST_ITEMS = 500_000;

    private int items;

    @Override
    public void readValue(DicomInputStream in, Attributes attributes) throws IOException {
        if (in.tag() == 0) {
            throw new IOException("A command stands in a data set.");
        }
        in.readValue(in, attributes);
    }

    @Override
    public void readValue(DicomInputStream in, Sequence sequence) throws IOException {
        if (in.level() > DEEPEST_NESTING || ++items > MOST_ITEMS) {
            throw new IOException("There are too many items.");
        }
        in.readValue(in, sequence);
    }

    @Override
    public void readValue(DicomInputStream in, Fragments fragments) throws IOException {
        in.readValue(in, fragments);
    }

    @Override
    public void startDataset(DicomInputStream in) throws IOException {
        in.startDataset(in);
    }

    @Override
    public void endDataset(DicomInputStream in) throws IOException {
        in.endDataset(in);
    }
}

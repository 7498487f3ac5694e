package org.glomera.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/** A toolkit whose files hold only a key to the data set, so that DICOM's meaning is tested without its bytes. */
final class MemoryToolkit implements DicomToolkit {

    private static final String KEY = "key ";

    private final Map<String, DataSet> dataSets = new ConcurrentHashMap<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger pixelReads = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();

    @Override
    public DataSet read(Path file, ReadExtent extent) throws GlomeraException {
        reads.incrementAndGet();
        DataSet found;
        try {
            found = dataSets.get(Files.readString(file));
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, file + " could not be read.", e);
        }
        if (found == null) {
            throw new GlomeraException(Kind.INPUT, file + " cannot be used: it is not a DICOM file.");
        }
        if (extent == ReadExtent.ALL) {
            pixelReads.incrementAndGet();
            return found;
        }
        return copy(found, false);
    }

    @Override
    public void write(DataSet dataSet, OutputStream out) throws IOException {
        String key = KEY + keys.incrementAndGet();
        dataSets.put(key, dataSet);
        out.write(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a data set under a file name. */
    Path add(Path file, DataSet dataSet) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            write(dataSet, out);
        }
        return file;
    }

    /** The data set of a file, to be changed by a test. */
    DataSet of(Path file) throws IOException {
        return dataSets.get(Files.readString(file));
    }

    /** How often a file was read with its pixel data. */
    int pixelReads() {
        return pixelReads.get();
    }

    /** How often a file was read at all. */
    int reads() {
        return reads.get();
    }

    /** A data set with the same values, with or without pixel data. */
    static DataSet copy(DataSet from, boolean withPixels) {
        DataSet copy = new DataSet();
        for (Tag tag : from.tags()) {
            if (withPixels || tag != Tag.PIXEL_DATA) {
                copyElement(from, copy, tag);
            }
        }
        return copy;
    }

    /** Copies one element. */
    static void copyElement(DataSet from, DataSet to, Tag tag) {
        switch (tag.vr().form()) {
            case TEXT -> to.put(tag, from.texts(tag).toArray(String[]::new));
            case NUMBER -> to.put(tag, from.numbers(tag));
            case ITEMS -> to.putItems(tag, from.items(tag));
            case BYTES -> to.putBytes(tag, from.bytes(tag).orElseThrow().clone());
        }
    }
}

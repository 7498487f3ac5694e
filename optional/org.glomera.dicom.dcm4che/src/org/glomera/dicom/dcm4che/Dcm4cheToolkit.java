package org.glomera.dicom.dcm4che;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.UID;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomOutputStream;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.codecs.CodecException;
import org.glomera.dicom.codecs.GreyPixels;
import org.glomera.dicom.codecs.Inflation;
import org.glomera.dicom.codecs.PixelDecoders;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

/**
 * dcm4che behind the DICOM port: it parses and writes; compressed pixels are decoded by
 * {@code org.glomera.dicom.codecs}, as with every toolkit. Thread-safe.
 */
public final class Dcm4cheToolkit implements DicomToolkit {

    private static final int PIXEL_DATA = Tag.PIXEL_DATA.number();

    /** Made by the extension registry, and directly by tests. */
    public Dcm4cheToolkit() {
        // Nothing is kept between files.
    }

    @Override
    public DataSet read(Path file, ReadExtent extent) throws GlomeraException {
        Objects.requireNonNull(extent);
        if (!Files.isRegularFile(file)) {
            throw new GlomeraException(Kind.INPUT, file + " is not there or is not a file. Check the path.");
        }
        try (DicomInputStream in = DicomInputStream.createWithLimitFromFileLength(file.toFile())) {
            return read(in, file, extent);
        } catch (CodecException e) {
            throw new GlomeraException(Kind.INPUT, file + " cannot be used: " + e.getMessage() + ".", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // dcm4che meets what it did not expect with any exception, and endless nesting with the stack's end.
            throw new GlomeraException(Kind.INPUT, file + " cannot be used: it is not a DICOM file or is damaged ("
                    + e.getClass().getSimpleName() + ").", e);
        }
    }

    private static DataSet read(DicomInputStream in, Path file, ReadExtent extent) throws IOException, CodecException {
        Attributes meta = in.readFileMetaInformation();
        String syntax = in.getTransferSyntax();
        if (UID.DeflatedExplicitVRLittleEndian.equals(syntax)) {
            byte[] inflated = Inflation.inflate(deflated(file, in.getPosition()));
            try (DicomInputStream plain = DicomInputStream.createWithLimit(new ByteArrayInputStream(inflated),
                    UID.ExplicitVRLittleEndian, inflated.length)) {
                return dataSet(plain, meta, syntax, inflated.length, extent);
            }
        }
        return dataSet(in, meta, syntax, Files.size(file), extent);
    }

    /** The bytes of a file from a place on. */
    private static byte[] deflated(Path file, long from) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(from);
            return bytes.readAllBytes();
        }
    }

    private static DataSet dataSet(DicomInputStream in, Attributes meta, String syntax, long size, ReadExtent extent)
            throws IOException, CodecException {
        in.setDicomInputHandler(new Guard());
        Attributes attributes = in.readDatasetUntilPixelData();
        DataSet dataSet = FromDcm4che.dataSet(attributes, extent);
        if (meta != null) {
            FromDcm4che.addMeta(meta, dataSet);
        }
        if (syntax != null) {
            dataSet.put(Tag.TRANSFER_SYNTAX_UID, syntax);
        }
        if (dataSet.size() < 2) {
            throw new CodecException("it is not a DICOM file");
        }
        if (extent == ReadExtent.ALL && in.tag() == PIXEL_DATA) {
            dataSet.putBytes(Tag.PIXEL_DATA, pixels(in, dataSet, size));
        }
        return dataSet;
    }

    private static byte[] pixels(DicomInputStream in, DataSet dataSet, long size) throws IOException, CodecException {
        String syntax = dataSet.text(Tag.TRANSFER_SYNTAX_UID).orElse("");
        if (in.unsignedLength() >= 0) {
            if (PixelDecoders.decodes(syntax)) {
                throw new CodecException("its pixel data are not encapsulated, as its transfer syntax " + syntax
                        + " asks for");
            }
            if (in.unsignedLength() > size - in.getPosition()) {
                throw new CodecException("its pixel data claim " + in.unsignedLength() + " bytes, but "
                        + (size - in.getPosition()) + " are left");
            }
            byte[] words = new byte[(int) in.unsignedLength()];
            in.readFully(words);
            return in.bigEndian() ? FromDcm4che.turned(words, in.vr(), dataSet) : words;
        }
        if (!PixelDecoders.decodes(syntax)) {
            throw new CodecException("its transfer syntax " + syntax.replaceAll("[^0-9.]", "?")
                    + " is not read; convert it to explicit VR little endian with a program that reads it");
        }
        GreyPixels.form(dataSet).requireBelievable(size);
        return GreyPixels.decode(dataSet, syntax, in.readAllBytes());
    }

    @Override
    public void write(DataSet dataSet, OutputStream out) throws IOException {
        for (Tag needed : new Tag[] {Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID}) {
            if (dataSet.text(needed).isEmpty()) {
                throw new IllegalArgumentException("The data set has no " + needed + ".");
            }
        }
        Attributes attributes = ToDcm4che.attributes(dataSet);
        // Closing it would close the stream behind it, which is the caller's.
        @SuppressWarnings("resource")
        DicomOutputStream dicom = new DicomOutputStream(out, UID.ExplicitVRLittleEndian);
        dicom.writeDataset(attributes.createFileMetaInformation(UID.ExplicitVRLittleEndian), attributes);
        dicom.finish();
        dicom.flush();
    }
}

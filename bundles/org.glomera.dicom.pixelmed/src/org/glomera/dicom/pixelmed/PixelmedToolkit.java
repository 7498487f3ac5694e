package org.glomera.dicom.pixelmed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.DicomToolkit;
import org.glomera.dicom.toolkit.ReadExtent;
import org.glomera.dicom.toolkit.Tag;

import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.DicomInputStream;
import com.pixelmed.dicom.TransferSyntax;

/**
 * PixelMed behind the DICOM port. It reads implicit and explicit VR little endian, uncompressed. Pixel data do not pass
 * through PixelMed: they are plain little endian words and are taken from the file as they are. Thread-safe.
 */
public final class PixelmedToolkit implements DicomToolkit {

    /** Made by the extension registry, and directly by tests. */
    public PixelmedToolkit() {
        PixelmedLog.onlyErrors();
    }

    @Override
    public DataSet read(Path file, ReadExtent extent) throws GlomeraException {
        Objects.requireNonNull(extent);
        if (!Files.isRegularFile(file)) {
            throw new GlomeraException(Kind.INPUT, file + " is not there or is not a file. Check the path.");
        }
        try (FileBytes bytes = new FileBytes(file)) {
            return read(bytes, extent);
        } catch (NoSuchFileException e) {
            throw new GlomeraException(Kind.INPUT, file + " is not there. Check the path.", e);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, file + " could not be read: " + e.getMessage()
                    + ". Check that it is there and that you may read it.", e);
        } catch (DamagedFileException e) {
            throw new GlomeraException(Kind.INPUT, file + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static DataSet read(FileBytes bytes, ReadExtent extent) throws IOException, DamagedFileException {
        Outline outline = new OutlineReader(bytes).read();
        bytes.require(outline.headerEnd());
        DataSet dataSet = parse(bytes.array(), (int) outline.headerEnd());
        if (extent == ReadExtent.ALL && outline.hasPixelData()) {
            dataSet.putBytes(Tag.PIXEL_DATA, bytes.copy(outline.pixelDataStart(), outline.pixelDataLength()));
        }
        return dataSet;
    }

    private static DataSet parse(byte[] header, int length) throws DamagedFileException {
        try (DicomInputStream in = new DicomInputStream(new ByteArrayInputStream(header, 0, length))) {
            AttributeList list = new AttributeList();
            list.read(in);
            return FromPixelmed.dataSet(list);
        } catch (IOException | DicomException | RuntimeException e) {
            // PixelMed meets a wrong value with whatever exception it comes across; its text may hold the value.
            DamagedFileException damaged = new DamagedFileException("a value in its header is not what the "
                    + "standard asks for (" + e.getClass().getSimpleName() + ")");
            damaged.initCause(e);
            throw damaged;
        }
    }

    @Override
    public void write(DataSet dataSet, OutputStream out) throws IOException {
        try {
            AttributeList list = ToPixelmed.file(dataSet);
            list.write(out, TransferSyntax.ExplicitVRLittleEndian, true, false, false);
        } catch (DicomException e) {
            throw new IllegalArgumentException("A value cannot be encoded.", e);
        }
    }
}

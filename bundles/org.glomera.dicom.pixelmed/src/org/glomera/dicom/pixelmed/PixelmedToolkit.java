package org.glomera.dicom.pixelmed;

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

import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.TransferSyntax;

/**
 * PixelMed behind the DICOM port. PixelMed writes files, names transfer syntaxes and knows character sets. Elements are
 * read by this bundle's own walk, since PixelMed trusts lengths and gives up a file for one wrong value; compressed
 * pixels are decoded by {@code org.glomera.dicom.codecs}. Thread-safe.
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
            return new DicomFile(bytes, extent).read();
        } catch (NoSuchFileException e) {
            throw new GlomeraException(Kind.INPUT, file + " is not there. Check the path.", e);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, file + " could not be read: " + e.getMessage()
                    + ". Check that it is there and that you may read it.", e);
        } catch (DamagedFileException e) {
            throw new GlomeraException(Kind.INPUT, file + " cannot be used: " + e.getMessage() + ".", e);
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

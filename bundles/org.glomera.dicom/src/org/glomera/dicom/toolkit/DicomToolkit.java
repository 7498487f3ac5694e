package org.glomera.dicom.toolkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

import org.glomera.core.GlomeraException;

/**
 * Parses and writes DICOM files (PS3.10) without knowing what they mean. Implementations are contributed to the
 * extension point {@value DicomToolkits#POINT} and are called by several threads at once.
 */
public interface DicomToolkit {

    /**
     * Reads one file. Elements that {@link Tag} does not name are left out. Pixel data come as
     * {@link DataSet#bytes(Tag) bytes} in little endian order, decompressed where the toolkit can.
     * <p>
     * The file is hostile until it is parsed: a length that reaches past the end of the file, endless nesting or a
     * wrong value ends in a {@link GlomeraException} within a second, and memory grows with the file's size, never
     * with what the file claims.
     *
     * @throws GlomeraException when the file cannot be read, is not a DICOM file, is damaged or has a transfer syntax
     *         that this toolkit does not read; the message names the file and, where it is the reason, the syntax
     */
    DataSet read(Path file, ReadExtent extent) throws GlomeraException;

    /**
     * Writes a data set as a DICOM file: preamble, file meta information and the data set in explicit VR little
     * endian. Media storage class and instance in the meta information are those of the data set
     * ({@link Tag#SOP_CLASS_UID}, {@link Tag#SOP_INSTANCE_UID}). The same data set gives the same bytes. The stream
     * is not closed.
     *
     * @throws IllegalArgumentException when a value cannot be encoded with its value representation
     */
    void write(DataSet dataSet, OutputStream out) throws IOException;
}

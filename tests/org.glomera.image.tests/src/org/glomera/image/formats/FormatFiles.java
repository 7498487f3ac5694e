package org.glomera.image.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Volume;

/** Writes images in formats that Glomera only reads, by code of its own that shares nothing with the readers. */
public final class FormatFiles {

    private FormatFiles() {
    }

    /** The values as 16-bit integers. */
    public static byte[] shorts(Volume volume, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * volume.values().length).order(order);
        for (float value : volume.values()) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    /** Bytes as a gzip stream. */
    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** Bytes as a zlib stream. */
    public static byte[] zlib(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** An NRRD header in a space given by the signs of its axes against LPS, up to the line before the empty one. */
    public static String nrrd(Volume volume, String space, int signX, int signY, String encoding, String endian) {
        Affine3 m = volume.grid().voxelToPatientMm();
        return "NRRD0004\n# made by a test\ntype: short\ndimension: 3\nspace: " + space + "\nsizes: "
                + volume.grid().nx() + " " + volume.grid().ny() + " " + volume.grid().nz() + "\nspace directions: "
                + vector(m.column0(), signX, signY) + " " + vector(m.column1(), signX, signY) + " "
                + vector(m.column2(), signX, signY) + "\nkinds: domain domain domain\nendian: " + endian
                + "\nencoding: " + encoding + "\nspace origin: " + vector(m.offset(), signX, signY) + "\n";
    }

    private static String vector(Vector3 v, int signX, int signY) {
        return "(" + number(v.x() * signX) + "," + number(v.y() * signY) + "," + number(v.z()) + ")";
    }

    /** A MetaImage header with additional lines before its last. */
    public static String meta(Volume volume, String more, String dataFile) {
        Affine3 m = volume.grid().voxelToPatientMm();
        Vector3 spacing = volume.grid().spacingMm();
        return "ObjectType = Image\nNDims = 3\nBinaryData = True\n" + more + "TransformMatrix = "
                + row(m.column0().times(1 / spacing.x())) + row(m.column1().times(1 / spacing.y()))
                + row(m.column2().times(1 / spacing.z())) + "\nOffset = " + row(m.offset())
                + "\nCenterOfRotation = 0 0 0\nAnatomicalOrientation = RAI\nElementSpacing = " + row(spacing)
                + "\nDimSize = " + volume.grid().nx() + " " + volume.grid().ny() + " " + volume.grid().nz()
                + "\nElementType = MET_SHORT\nElementDataFile = " + dataFile + "\n";
    }

    private static String row(Vector3 v) {
        return number(v.x()) + " " + number(v.y()) + " " + number(v.z()) + " ";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.12g", value);
    }

    /** Writes bytes one after the other. */
    public static Path write(Path file, Object... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            all.write(part instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : (byte[]) part);
        }
        return Files.write(file, all.toByteArray());
    }
}

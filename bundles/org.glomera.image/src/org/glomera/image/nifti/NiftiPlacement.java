package org.glomera.image.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.geometry.Grid;

/**
 * Moves a NIfTI-1 file in the patient without touching its voxels: only the bytes of the header that say where the voxels
 * lie are others afterwards (pixdim 0 to 3, xyzt_units, and from qform_code to srow_z), and with the bytes of before the
 * file is as it was. Voxels keep their type, byte order and scaling. Safe for use by several threads on different files.
 */
public final class NiftiPlacement {

    private static final int PIXDIM = 76;
    private static final int PIXDIM_BYTES = 16;
    private static final int XYZT_UNITS = 123;
    private static final int FORMS = 252;
    private static final int FORMS_BYTES = 76;
    private static final int BYTES = PIXDIM_BYTES + 1 + FORMS_BYTES;
    /** As the files are written, so that a file of ours packs to the same bytes again. */
    private static final int CHUNK_BYTES = 1 << 18;
    private static final HexFormat HEX = HexFormat.of();

    private NiftiPlacement() {
    }

    /** The bytes of a file's header that say where its voxels lie, as {@value #BYTES} pairs of hexadecimal digits. */
    public static String read(Path file) throws GlomeraException {
        return HEX.formatHex(fields(header(file)));
    }

    /** Whether a text is one that {@link #read} could have given. */
    public static boolean isPlacement(String text) {
        return text.length() == 2 * BYTES && text.chars().allMatch(HexFormat::isHexDigit);
    }

    /**
     * What {@link #read} would give for a file if it lay on another grid.
     *
     * @param grid of the file's size; only its map to patient millimetres is taken
     * @throws GlomeraException when the file cannot be read or has another size
     */
    public static String of(Path file, Grid grid) throws GlomeraException {
        NiftiHeader known = NiftiInput.readHeader(file);
        Grid now = known.grid();
        if (now.nx() != grid.nx() || now.ny() != grid.ny() || now.nz() != grid.nz()) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " has " + size(now) + " voxels, where "
                    + size(grid) + " are expected. Import the case again.");
        }
        byte[] header = header(file);
        ByteBuffer moved = ByteBuffer.wrap(header).order(known.order());
        Arrays.fill(header, PIXDIM, PIXDIM + PIXDIM_BYTES, (byte) 0);
        Arrays.fill(header, FORMS, FORMS + FORMS_BYTES, (byte) 0);
        NiftiGeometry.write(moved, grid);
        return HEX.formatHex(fields(header));
    }

    private static String size(Grid grid) {
        return grid.nx() + " x " + grid.ny() + " x " + grid.nz();
    }

    /**
     * Places a file. Nothing is written when it lies there already.
     *
     * @param placement what {@link #read} or {@link #of} gave for this file
     * @throws GlomeraException when the file is damaged or cannot be written; it is as it was then
     */
    public static void write(Path file, String placement, IProgressMonitor monitor) throws GlomeraException {
        if (!isPlacement(placement)) {
            throw new IllegalArgumentException("'" + placement + "' does not say where voxels lie.");
        }
        byte[] header = header(file);
        if (read(file).equals(placement)) {
            return;
        }
        byte[] wanted = HEX.parseHex(placement);
        System.arraycopy(wanted, 0, header, PIXDIM, PIXDIM_BYTES);
        header[XYZT_UNITS] = wanted[PIXDIM_BYTES];
        System.arraycopy(wanted, PIXDIM_BYTES + 1, header, FORMS, FORMS_BYTES);
        try (InputStream in = NiftiInput.open(file)) {
            boolean packed = isPacked(file);
            in.skipNBytes(NiftiHeader.BYTES);
            AtomicFiles.write(file, out -> {
                if (packed) {
                    try (OutputStream gzip = new NiftiFiles.FastGzip(out)) {
                        copy(header, in, gzip, monitor);
                    }
                } else {
                    copy(header, in, out, monitor);
                }
            });
        } catch (EOFException | ZipException e) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " is damaged, so it was not moved: "
                    + e.getMessage() + ". Import the case again.", e);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " could not be written: " + e.getMessage()
                    + ". Check the free space of its disk.", e);
        }
    }

    private static void copy(byte[] header, InputStream in, OutputStream out, IProgressMonitor monitor)
            throws IOException {
        SubMonitor progress = SubMonitor.convert(monitor);
        out.write(header);
        byte[] buffer = new byte[CHUNK_BYTES];
        for (int count = in.readNBytes(buffer, 0, buffer.length); count > 0; count = in.readNBytes(buffer, 0,
                buffer.length)) {
            progress.checkCanceled();
            out.write(buffer, 0, count);
        }
    }

    private static boolean isPacked(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return NiftiInput.isPacked(in);
        }
    }

    private static byte[] fields(byte[] header) {
        byte[] fields = new byte[BYTES];
        System.arraycopy(header, PIXDIM, fields, 0, PIXDIM_BYTES);
        fields[PIXDIM_BYTES] = header[XYZT_UNITS];
        System.arraycopy(header, FORMS, fields, PIXDIM_BYTES + 1, FORMS_BYTES);
        return fields;
    }

    /** The first bytes of a file whose header can be used. */
    private static byte[] header(Path file) throws GlomeraException {
        NiftiInput.readHeader(file);
        try (InputStream in = NiftiInput.open(file)) {
            return in.readNBytes(NiftiHeader.BYTES);
        } catch (IOException e) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " cannot be read: " + e.getMessage()
                    + ". Check the file and its disk.", e);
        }
    }
}

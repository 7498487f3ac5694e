package org.glomera.image.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.file.AtomicFiles;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.raw.Reading;

/**
 * Reads and writes NIfTI-1 files with one image ({@code .nii}, {@code .nii.gz}). NIfTI's RAS millimetres and our DICOM
 * LPS are converted into each other; both give the position of a voxel's centre.
 * <p>
 * Reading takes every scalar voxel type in both byte orders, {@code scl_slope} and {@code scl_inter}, the sform and,
 * where it is not set, the qform. A file that says neither is refused, since right and left could not be told. Writing
 * stores 32-bit floating point values (volumes) or unsigned bytes (label maps), little endian, with sform and qform of
 * code 1. The same image gives the same bytes. Safe for use by several threads.
 */
public final class NiftiFiles {

    private static final String PLAIN = ".nii";
    private static final String PACKED = ".nii.gz";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CHUNK_VOXELS = 1 << 16;
    /** The size of a dimension is a signed 16-bit integer in NIfTI-1. */
    private static final int LARGEST_SIZE = Short.MAX_VALUE;

    private NiftiFiles() {
    }

    /** Reads where the voxels of a file lie, from its header; whether the voxels are there is not looked at. */
    public static Grid readGrid(Path file) throws GlomeraException {
        return NiftiInput.of(file).header().grid();
    }

    /** As {@link #readVolume(Path, Quantity, IProgressMonitor)}, without a monitor. */
    public static Volume readVolume(Path file, Quantity quantity) throws GlomeraException {
        return readVolume(file, quantity, new NullProgressMonitor());
    }

    /**
     * Reads a volume. A value beyond the range of 32-bit floating point becomes infinite; voxels that are not finite
     * are kept for the caller to report ({@link Volume#nonFiniteCount()}).
     *
     * @param quantity what the values are
     * @throws GlomeraException when the file is missing, damaged, too large or no NIfTI-1 file with one image
     */
    public static Volume readVolume(Path file, Quantity quantity, IProgressMonitor monitor) throws GlomeraException {
        NiftiInput input = NiftiInput.of(file);
        float[] values = Reading.of(file, () -> input.voxels().floats(monitor));
        return new Volume(input.header().grid(), quantity, values);
    }

    /** As {@link #readLabelMap(Path, IProgressMonitor)}, without a monitor. */
    public static LabelMap readLabelMap(Path file) throws GlomeraException {
        return readLabelMap(file, new NullProgressMonitor());
    }

    /**
     * Reads a label map, from voxels of any scalar type.
     *
     * @throws GlomeraException also when a value is not a whole number between 0 and 255; the sentence names it
     */
    public static LabelMap readLabelMap(Path file, IProgressMonitor monitor) throws GlomeraException {
        NiftiInput input = NiftiInput.of(file);
        byte[] labels = Reading.of(file, () -> input.voxels().labels(monitor));
        return new LabelMap(input.header().grid(), labels);
    }

    /** As {@link #write(Path, Volume, IProgressMonitor)}, without a monitor. */
    public static void write(Path file, Volume volume) throws GlomeraException {
        write(file, volume, new NullProgressMonitor());
    }

    /**
     * Writes a volume as 32-bit floating point; its quantity stands in the field intent_name.
     *
     * @param file ends in {@code .nii} or {@code .nii.gz}; replaced when the new file is complete
     * @throws GlomeraException when the file cannot be written; what stood there is untouched
     */
    public static void write(Path file, Volume volume, IProgressMonitor monitor) throws GlomeraException {
        float[] values = volume.values();
        write(file, volume.grid(), NiftiHeader.forVolume(volume.grid(), volume.quantity()), Float.BYTES,
                (buffer, at, count) -> buffer.asFloatBuffer().put(values, at, count), monitor);
    }

    /** As {@link #write(Path, LabelMap, IProgressMonitor)}, without a monitor. */
    public static void write(Path file, LabelMap labelMap) throws GlomeraException {
        write(file, labelMap, new NullProgressMonitor());
    }

    /**
     * Writes a label map as unsigned bytes, with the intent code for labels.
     *
     * @param file ends in {@code .nii} or {@code .nii.gz}; replaced when the new file is complete
     * @throws GlomeraException when the file cannot be written; what stood there is untouched
     */
    public static void write(Path file, LabelMap labelMap, IProgressMonitor monitor) throws GlomeraException {
        byte[] labels = labelMap.labels();
        write(file, labelMap.grid(), NiftiHeader.forLabelMap(labelMap.grid()), Byte.BYTES,
                (buffer, at, count) -> buffer.put(0, labels, at, count), monitor);
    }

    /** Whether a file's name is that of a NIfTI file. */
    static boolean hasName(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(PLAIN) || name.endsWith(PACKED);
    }

    /** Puts voxels into a buffer from its start. */
    @FunctionalInterface
    private interface Source {
        void put(ByteBuffer buffer, int at, int count);
    }

    private static void write(Path file, Grid grid, byte[] header, int voxelBytes, Source source,
            IProgressMonitor monitor) throws GlomeraException {
        if (!hasName(file)) {
            throw new GlomeraException(Kind.CONFIGURATION, "The file " + file
                    + " cannot be written as NIfTI: its name has to end in .nii or .nii.gz.");
        }
        if (Math.max(grid.nx(), Math.max(grid.ny(), grid.nz())) > LARGEST_SIZE) {
            throw new GlomeraException(Kind.INPUT, "The file " + file + " cannot be written: NIfTI-1 knows at most "
                    + LARGEST_SIZE + " voxels along a side. Cut the image.");
        }
        boolean packed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(PACKED);
        try {
            AtomicFiles.write(file, out -> {
                if (packed) {
                    try (OutputStream gzip = new FastGzip(out)) {
                        writeTo(gzip, grid, header, voxelBytes, source, monitor);
                    }
                } else {
                    writeTo(out, grid, header, voxelBytes, source, monitor);
                }
            });
        } catch (AccessDeniedException e) {
            throw new GlomeraException(Kind.INPUT, "The file " + file
                    + " may not be written by you. Change the permissions of its folder or choose another.", e);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " could not be written: " + e.getMessage()
                    + ". Check the free space of its disk.", e);
        }
    }

    private static void writeTo(OutputStream out, Grid grid, byte[] header, int voxelBytes, Source source,
            IProgressMonitor monitor) throws IOException {
        int voxels = grid.voxelCount();
        int chunks = (voxels - 1) / CHUNK_VOXELS + 1;
        SubMonitor progress = SubMonitor.convert(monitor, chunks);
        byte[] bytes = new byte[CHUNK_VOXELS * voxelBytes];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.write(header);
        for (int chunk = 0; chunk < chunks; chunk++) {
            progress.checkCanceled();
            int at = chunk * CHUNK_VOXELS;
            int count = Math.min(CHUNK_VOXELS, voxels - at);
            source.put(buffer, at, count);
            out.write(bytes, 0, count * voxelBytes);
            progress.worked(1);
        }
    }

    /** Gzip at its fastest level: study folders are written often and CT noise packs badly at any level. */
    static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

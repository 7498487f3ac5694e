package org.glomera.image.raw;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * Where in a file voxels lie and how they become numbers: {@code value = slope * stored + intercept}.
 * <p>
 * What a header claims is held against the file before memory is asked for: voxels that are not packed have to be
 * there, packed ones may be at most {@value #MOST_DEFLATION} times as large as the file, the best that deflate does. A
 * claim that would take more than twice the file's size and {@value #FREE_BYTES} bytes is proven first, by unpacking
 * without keeping.
 *
 * @param file the file with the voxels
 * @param offset where in the file they, or the packed stream, begin, in bytes
 * @param skipped bytes of the unpacked stream before the first voxel
 * @param packing how they are packed
 * @param type how a voxel is stored; not looked at for text
 * @param order byte order
 * @param count number of voxels
 * @param slope factor of a stored number
 * @param intercept what is added
 */
public record StoredVoxels(Path file, long offset, long skipped, Packing packing, VoxelType type, ByteOrder order,
        int count, double slope, double intercept) {

    /** Deflate packs at most 258 bytes into 2 bits (RFC 1951): 1032 to 1. */
    static final long MOST_DEFLATION = 1032;
    /** Memory that a file's claim may take unproven, beside twice the file's size. */
    static final long FREE_BYTES = 256L << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CHUNK_VOXELS = 1 << 16;
    /** How far a scaled label may be from a whole number: single-precision rounding of the slope, for labels to 255. */
    static final double LABEL_ROUNDING = 1e-3;

    /** Takes voxels in the file's order. */
    @FunctionalInterface
    private interface Sink {
        /** Takes the first {@code n} values of a reused array; the first is the image's voxel {@code at}. */
        void accept(double[] values, int n, int at) throws FileProblem;
    }

    /** Refuses a part that cannot be. */
    public StoredVoxels {
        Objects.requireNonNull(file);
        Objects.requireNonNull(packing);
        Objects.requireNonNull(type);
        Objects.requireNonNull(order);
        if (offset < 0 || skipped < 0 || count < 1) {
            throw new IllegalArgumentException("Offsets are not negative and there is a voxel: " + offset + ", "
                    + skipped + ", " + count);
        }
    }

    /** Opens a file for reading, buffered; what is no regular file (a pipe would never end) is refused. */
    public static InputStream open(Path file) throws IOException, FileProblem {
        if (!Files.isRegularFile(file)) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            throw new FileProblem(Files.isDirectory(file) ? "is a folder. Give a file"
                    : "is no ordinary file. Give an image file");
        }
        return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    }

    /**
     * Reads the values; those beyond the range of 32-bit floating point become infinite.
     *
     * @throws GlomeraException when the memory does not hold them
     */
    public float[] floats(IProgressMonitor monitor) throws IOException, FileProblem, GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 1);
        prove(Float.BYTES, progress);
        float[] all = allocated(() -> new float[count], Float.BYTES);
        read((values, n, at) -> {
            for (int i = 0; i < n; i++) {
                all[at + i] = (float) values[i];
            }
        }, progress.split(1));
        return all;
    }

    /**
     * Reads labels.
     *
     * @throws FileProblem also when a value is not a whole number from 0 to 255
     * @throws GlomeraException when the memory does not hold them
     */
    public byte[] labels(IProgressMonitor monitor) throws IOException, FileProblem, GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, 1);
        prove(Byte.BYTES, progress);
        byte[] all = allocated(() -> new byte[count], Byte.BYTES);
        read((values, n, at) -> {
            for (int i = 0; i < n; i++) {
                all[at + i] = (byte) label(values[i]);
            }
        }, progress.split(1));
        return all;
    }

    private static int label(double value) throws FileProblem {
        long whole = Math.round(value);
        if (!(Math.abs(value - whole) <= LABEL_ROUNDING) || whole < 0 || whole > 255) {
            throw new FileProblem("holds the value " + value + ", where labels are whole numbers from 0 to 255. Give "
                    + "a file with labels");
        }
        return (int) whole;
    }

    /** Makes an array. */
    @FunctionalInterface
    private interface Array<T> {
        T make();
    }

    private <T> T allocated(Array<T> array, int bytesEach) throws GlomeraException {
        if ((long) count * bytesEach > Runtime.getRuntime().maxMemory()) {
            throw noMemory(null);
        }
        try {
            return array.make();
        } catch (OutOfMemoryError e) {
            throw noMemory(e);
        }
    }

    private GlomeraException noMemory(OutOfMemoryError cause) {
        return new GlomeraException(Kind.RESOURCES, "The file " + file + " has " + count
                + " voxels, more than the free memory holds. Give the program more memory (-Xmx) or sample the image "
                + "more coarsely.", cause);
    }

    /** Holds what the header claims against the file. */
    private void prove(int bytesEach, SubMonitor progress) throws IOException, FileProblem, GlomeraException {
        long size = Files.isRegularFile(file) ? Math.max(0, Files.size(file) - offset) : 0;
        if (packing == Packing.TEXT) {
            // a digit and what parts it from the next
            requireRoom(size, 2L * count - 1, size);
            return;
        }
        long expected = skipped + type.bytes(count);
        boolean packed = packing != Packing.NONE;
        requireRoom(packed ? size * MOST_DEFLATION : size, expected, size);
        long memory = (long) count * bytesEach;
        if (memory > Runtime.getRuntime().maxMemory()) {
            throw noMemory(null);
        }
        if (packed && memory > 2 * size + FREE_BYTES) {
            try (InputStream in = stream()) {
                skip(in, expected, progress);
            }
        }
    }

    private static void requireRoom(long most, long expected, long size) throws FileProblem {
        if (most < expected) {
            throw new FileProblem("is truncated: its " + size + " bytes of voxels cannot hold the " + expected
                    + " that its header asks for. Copy or convert it again");
        }
    }

    private InputStream stream() throws IOException, FileProblem {
        InputStream in = open(file);
        try {
            in.skipNBytes(offset);
            return switch (packing) {
                case GZIP -> new GZIPInputStream(in, BUFFER_BYTES);
                case ZLIB -> new InflaterInputStream(in);
                case NONE, TEXT -> in;
            };
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void skip(InputStream in, long bytes, SubMonitor progress) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = bytes;
        while (left > 0) {
            progress.checkCanceled();
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                throw new EOFException();
            }
            left -= n;
        }
    }

    private void read(Sink sink, SubMonitor monitor) throws IOException, FileProblem {
        try (InputStream in = stream()) {
            skip(in, skipped, monitor);
            if (packing == Packing.TEXT) {
                readText(new NumberStream(in), sink, monitor);
            } else {
                readBytes(in, sink, monitor);
                // at the end of a packed stream its checksum is compared
                in.read();
            }
        }
    }

    private void readBytes(InputStream in, Sink sink, SubMonitor monitor) throws IOException, FileProblem {
        int chunks = (count - 1) / CHUNK_VOXELS + 1;
        SubMonitor progress = monitor.setWorkRemaining(chunks);
        byte[] bytes = new byte[(int) type.bytes(CHUNK_VOXELS)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        double[] values = new double[CHUNK_VOXELS];
        for (int chunk = 0; chunk < chunks; chunk++) {
            progress.checkCanceled();
            int at = chunk * CHUNK_VOXELS;
            int n = Math.min(CHUNK_VOXELS, count - at);
            int wanted = (int) type.bytes(n);
            if (in.readNBytes(bytes, 0, wanted) < wanted) {
                throw new EOFException();
            }
            type.decode(buffer, n, values);
            scale(values, n);
            sink.accept(values, n, at);
            progress.worked(1);
        }
    }

    private void readText(NumberStream in, Sink sink, SubMonitor monitor) throws IOException, FileProblem {
        int chunks = (count - 1) / CHUNK_VOXELS + 1;
        SubMonitor progress = monitor.setWorkRemaining(chunks);
        double[] values = new double[Math.min(count, CHUNK_VOXELS)];
        for (int chunk = 0; chunk < chunks; chunk++) {
            progress.checkCanceled();
            int at = chunk * CHUNK_VOXELS;
            int n = Math.min(CHUNK_VOXELS, count - at);
            for (int i = 0; i < n; i++) {
                values[i] = in.next();
            }
            scale(values, n);
            sink.accept(values, n, at);
            progress.worked(1);
        }
    }

    private void scale(double[] values, int n) {
        if (slope == 1 && intercept == 0) {
            return;
        }
        for (int i = 0; i < n; i++) {
            values[i] = slope * values[i] + intercept;
        }
    }
}

package org.glomera.image.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

/**
 * Reads the voxels of one NIfTI-1 file, packed or not. A packed file is inflated no further than its header asks, and a
 * header that asks for more than the file can hold or the memory can take is refused with a sentence.
 */
final class NiftiInput {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CHUNK_VOXELS = 1 << 16;
    /** Deflate packs at most 258 bytes into 2 bits (RFC 1951): 1032 to 1. */
    private static final long MOST_DEFLATION = 1032;

    /** Takes voxels in the file's order, x fastest. */
    @FunctionalInterface
    interface Sink {
        /** Takes the first {@code count} scaled values of a reused array; the first is the image's voxel {@code at}. */
        void accept(double[] values, int count, int at) throws NiftiProblem;
    }

    /** Makes what takes the voxels, once the header is known and before the voxels are read. */
    @FunctionalInterface
    interface Target {
        /** Makes the sink and the array that it fills. */
        Sink open(NiftiHeader header) throws NiftiProblem;
    }

    private NiftiInput() {
    }

    /** Reads the header only. */
    static NiftiHeader readHeader(Path file) throws GlomeraException {
        return guarded(file, () -> {
            try (InputStream in = open(file)) {
                return header(in);
            }
        });
    }

    /** Reads header and voxels. */
    static NiftiHeader read(Path file, Target target, IProgressMonitor monitor) throws GlomeraException {
        return guarded(file, () -> {
            try (InputStream in = open(file)) {
                NiftiHeader header = header(in);
                checkSize(file, header);
                in.skipNBytes(header.dataOffset() - NiftiHeader.BYTES);
                readVoxels(in, header, sink(file, header, target), monitor);
                // at the end of a packed file its checksum is compared
                in.read();
                return header;
            }
        });
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return isPacked(in) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static boolean isPacked(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b;
    }

    private static NiftiHeader header(InputStream in) throws IOException, NiftiProblem {
        byte[] bytes = in.readNBytes(NiftiHeader.BYTES);
        if (bytes.length < NiftiHeader.BYTES) {
            throw new NiftiProblem("is too short for a NIfTI-1 file (" + bytes.length + " bytes). Give a .nii or "
                    + ".nii.gz file or copy it again");
        }
        return NiftiHeader.parse(bytes);
    }

    private static void checkSize(Path file, NiftiHeader header) throws IOException, NiftiProblem {
        long expected = header.dataOffset() + (long) header.grid().voxelCount() * header.type().bytes();
        long size = Files.size(file);
        boolean packed;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 2)) {
            packed = isPacked(in);
        }
        long most = packed ? size * MOST_DEFLATION : size;
        if (most < expected) {
            throw new NiftiProblem("is truncated: its " + size + " bytes cannot hold the " + expected
                    + " that its header asks for. Copy or convert it again");
        }
    }

    private static Sink sink(Path file, NiftiHeader header, Target target) throws NiftiProblem, GlomeraException {
        try {
            return target.open(header);
        } catch (OutOfMemoryError e) {
            throw new GlomeraException(Kind.RESOURCES, "The file " + file + " has " + header.grid().voxelCount()
                    + " voxels, more than the free memory holds. Give the program more memory (-Xmx) or sample the "
                    + "image more coarsely.", e);
        }
    }

    private static void readVoxels(InputStream in, NiftiHeader header, Sink sink, IProgressMonitor monitor)
            throws IOException, NiftiProblem {
        int voxels = header.grid().voxelCount();
        int chunks = (voxels - 1) / CHUNK_VOXELS + 1;
        SubMonitor progress = SubMonitor.convert(monitor, chunks);
        int typeBytes = header.type().bytes();
        byte[] bytes = new byte[CHUNK_VOXELS * typeBytes];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
        double[] values = new double[CHUNK_VOXELS];
        for (int chunk = 0; chunk < chunks; chunk++) {
            progress.checkCanceled();
            int at = chunk * CHUNK_VOXELS;
            int count = Math.min(CHUNK_VOXELS, voxels - at);
            if (in.readNBytes(bytes, 0, count * typeBytes) < count * typeBytes) {
                throw new EOFException();
            }
            header.type().decode(buffer, count, values);
            scale(values, count, header.slope(), header.intercept());
            sink.accept(values, count, at);
            progress.worked(1);
        }
    }

    private static void scale(double[] values, int count, double slope, double intercept) {
        if (slope == 1 && intercept == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            values[i] = slope * values[i] + intercept;
        }
    }

    /** Something that reads. */
    @FunctionalInterface
    private interface Reading {
        NiftiHeader run() throws IOException, NiftiProblem, GlomeraException;
    }

    private static NiftiHeader guarded(Path file, Reading reading) throws GlomeraException {
        try {
            return reading.run();
        } catch (NiftiProblem e) {
            throw input(file, e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw input(file, "does not exist. Check its name and folder", e);
        } catch (AccessDeniedException e) {
            throw input(file, "may not be read by you. Change its permissions", e);
        } catch (EOFException e) {
            throw input(file, "is truncated: it ends before its last voxel. Copy or convert it again", e);
        } catch (ZipException e) {
            throw input(file, "is damaged: it cannot be unpacked. Copy it again", e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
            throw input(file, "cannot be read: " + why + ". Check the file and its disk", e);
        }
    }

    private static GlomeraException input(Path file, String predicate, Exception cause) {
        return new GlomeraException(Kind.INPUT, "The file " + file + " " + predicate + ".", cause);
    }
}

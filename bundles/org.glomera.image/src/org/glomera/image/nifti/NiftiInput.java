package org.glomera.image.nifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.glomera.core.GlomeraException;
import org.glomera.image.raw.FileProblem;
import org.glomera.image.raw.Packing;
import org.glomera.image.raw.Reading;
import org.glomera.image.raw.StoredVoxels;

/**
 * A NIfTI-1 file, packed or not: its header, and where its voxels lie.
 *
 * @param header what the header says
 * @param voxels the voxels; whether they are there is looked at when they are read
 */
record NiftiInput(NiftiHeader header, StoredVoxels voxels) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Reads the header only. */
    static NiftiInput of(Path file) throws GlomeraException {
        return Reading.of(file, () -> {
            boolean packed;
            try (InputStream in = StoredVoxels.open(file)) {
                packed = isPacked(in);
            }
            try (InputStream in = open(file)) {
                NiftiHeader header = header(in);
                StoredVoxels voxels = new StoredVoxels(file, packed ? 0 : header.dataOffset(),
                        packed ? header.dataOffset() : 0, packed ? Packing.GZIP : Packing.NONE, header.type(),
                        header.order(), header.grid().voxelCount(), header.slope(), header.intercept());
                return new NiftiInput(header, voxels);
            }
        });
    }

    /** Reads the header only. */
    static NiftiHeader readHeader(Path file) throws GlomeraException {
        return of(file).header();
    }

    /** Opens a file, unpacked where it is packed. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            return isPacked(in) ? new GZIPInputStream(in, BUFFER_BYTES) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether a stream begins as a gzip file; it is put back to where it was. */
    static boolean isPacked(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b;
    }

    private static NiftiHeader header(InputStream in) throws IOException, FileProblem {
        byte[] bytes = in.readNBytes(NiftiHeader.BYTES);
        if (bytes.length < NiftiHeader.BYTES) {
            throw new FileProblem("is too short for a NIfTI-1 file (" + bytes.length + " bytes). Give a .nii or "
                    + ".nii.gz file or copy it again");
        }
        return NiftiHeader.parse(bytes);
    }
}

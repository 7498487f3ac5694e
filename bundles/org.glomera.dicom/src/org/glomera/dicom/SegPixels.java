package org.glomera.dicom;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.dicom.toolkit.Tag;

/**
 * The voxels of a SEG. Those of one bit are packed without gaps, the first in the lowest bit of the first byte; a frame
 * may begin within a byte (PS3.5 section 8.1.1 and annex D).
 */
final class SegPixels {

    private final SegFrames frames;
    private final byte[] bytes;
    private final int frameVoxels;

    /**
     * Takes the pixel data of a file.
     *
     * @throws GlomeraException when they are missing or shorter than the frames
     */
    SegPixels(SegFrames frames, Header header) throws GlomeraException {
        this.frames = frames;
        this.bytes = header.dataSet().bytes(Tag.PIXEL_DATA).orElse(new byte[0]);
        this.frameVoxels = frames.grid().nx() * frames.grid().ny();
        long needed = ((long) frameVoxels * frames.count() * frames.bits() + 7) / 8;
        if (bytes.length < needed) {
            throw header.problem("its " + frames.count() + " frames need " + needed + " bytes of pixel data, but "
                    + bytes.length + " are there; copy it again");
        }
    }

    /** Whether a segment has a voxel. */
    boolean hasVoxels(int segment) {
        for (int frame = 0; frame < frames.count(); frame++) {
            if (shows(frame, segment)) {
                for (int i = 0; i < frameVoxels; i++) {
                    if (isIn(frame, i, segment)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The voxels of a segment on the SEG's grid. Where two frames show one slice of it, those of both. */
    boolean[] mask(int segment, IProgressMonitor monitor) {
        Grid grid = frames.grid();
        boolean[] mask = new boolean[grid.voxelCount()];
        for (int frame = 0; frame < frames.count(); frame++) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            if (shows(frame, segment)) {
                int offset = frames.slices()[frame] * frameVoxels;
                for (int i = 0; i < frameVoxels; i++) {
                    mask[offset + i] |= isIn(frame, i, segment);
                }
            }
        }
        return mask;
    }

    private boolean shows(int frame, int segment) {
        return switch (frames.kind()) {
            case BINARY, FRACTIONAL -> frames.segments()[frame] == segment;
            case LABELMAP -> segment != frames.background();
        };
    }

    private boolean isIn(int frame, int voxel, int segment) {
        long place = (long) frame * frameVoxels + voxel;
        int value = switch (frames.bits()) {
            case 1 -> bytes[(int) (place >> 3)] >> (int) (place & 7) & 1;
            case 8 -> bytes[(int) place] & 0xff;
            default -> bytes[(int) (2 * place)] & 0xff | (bytes[(int) (2 * place + 1)] & 0xff) << 8;
        };
        return switch (frames.kind()) {
            case BINARY -> value != 0;
            case FRACTIONAL -> 2 * value >= frames.largest();
            case LABELMAP -> value == segment;
        };
    }
}

package org.glomera.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.Tag;

/**
 * Which frame of a reconstructed NM tomogram holds which slice (PS3.3 C.8.4.8): the slice vector (0054,0080) says it;
 * without one, frames follow in the order of the slices. The other vectors tell frames of several energy windows,
 * detectors, phases, rotations, heart beats or times apart; a file in which one of them has more than one value holds
 * several images and is refused.
 */
final class NmFrames {

    /** As many as the slice vector, an element of 16-bit numbers, can tell apart. */
    private static final int MOST_FRAMES = 65535;

    private static final Map<Tag, String> OTHER_VECTORS = Map.of(Tag.ENERGY_WINDOW_VECTOR, "energy windows",
            Tag.PHASE_VECTOR, "phases of a dynamic study", Tag.ROTATION_VECTOR, "rotations", Tag.RR_INTERVAL_VECTOR,
            "intervals between heart beats", Tag.TIME_SLOT_VECTOR, "time slots of a gated study",
            Tag.ANGULAR_VIEW_VECTOR, "angular views", Tag.TIME_SLICE_VECTOR, "time slices of a dynamic study",
            Tag.DETECTOR_VECTOR, "detectors");
    /** The order in which they are looked at, so that a message does not depend on chance. */
    private static final List<Tag> ORDER = List.of(Tag.ENERGY_WINDOW_VECTOR, Tag.TIME_SLOT_VECTOR,
            Tag.RR_INTERVAL_VECTOR, Tag.PHASE_VECTOR, Tag.TIME_SLICE_VECTOR, Tag.ROTATION_VECTOR,
            Tag.ANGULAR_VIEW_VECTOR, Tag.DETECTOR_VECTOR);

    private NmFrames() {
    }

    /** The number of frames, 1 where the file does not say. */
    static int count(Header header) throws GlomeraException {
        int frames = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        if (frames < 1 || frames > MOST_FRAMES) {
            throw header.problem("it promises " + frames + " frames, which a tomogram cannot have");
        }
        return frames;
    }

    /** The frame, from 0, of each slice. */
    static int[] ofSlices(Header header) throws GlomeraException {
        int frames = count(header);
        requireOneImage(header, frames);
        int slices = header.integer(Tag.NUMBER_OF_SLICES).orElse(frames);
        double[] vector = header.numbers(Tag.SLICE_VECTOR);
        if (frames != slices || vector.length != 0 && vector.length != frames) {
            throw header.problem("its " + frames + " frames, " + slices + " slices and slice vector of " + vector.length
                    + " do not fit one another; it may hold several images. Export each reconstruction for itself");
        }
        int[] frameOfSlice = new int[slices];
        Arrays.fill(frameOfSlice, -1);
        for (int frame = 0; frame < frames; frame++) {
            int slice = vector.length == 0 ? frame : (int) vector[frame] - 1;
            if (slice < 0 || slice >= slices || frameOfSlice[slice] >= 0) {
                throw header.problem("its slice vector does not name each slice once");
            }
            frameOfSlice[slice] = frame;
        }
        return frameOfSlice;
    }

    private static void requireOneImage(Header header, int frames) throws GlomeraException {
        for (Tag vector : ORDER) {
            long different = Arrays.stream(header.numbers(vector)).distinct().count();
            if (different > 1) {
                throw header.problem("its " + frames + " frames are of " + different + " " + OTHER_VECTORS.get(vector)
                        + " " + vector.notation() + "; it holds several images. Export each reconstruction for itself");
            }
        }
    }

    /** The item of the detector information sequence that all frames belong to, from 0 (PS3.3 C.8.4.11). */
    static int detector(Header header) throws GlomeraException {
        double[] vector = header.numbers(Tag.DETECTOR_VECTOR);
        return vector.length == 0 ? 0 : Math.max(0, (int) vector[0] - 1);
    }
}

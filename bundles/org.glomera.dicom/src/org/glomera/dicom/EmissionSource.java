package org.glomera.dicom;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * How the counts of an image came about.
 *
 * @param isPet whether the image is stored as PET, whose units and doses differ from those of NM
 * @param durationS how long counts were collected, in seconds; empty when the file does not say
 * @param scanStart start of the earliest acquisition of the series; empty when its files do not say
 * @param voxelMl volume of a voxel in ml
 */
record EmissionSource(boolean isPet, OptionalDouble durationS, Optional<LocalDateTime> scanStart, double voxelMl) {

    private static final double S_PER_MS = 1e-3;

    /**
     * Of an NM tomogram: the sum over the rotations of Actual Frame Duration (0018,1242) times Number of Frames in
     * Rotation (0054,0053), from the Rotation Information Sequence (0054,0052) (PS3.3 C.8.4.12).
     */
    static EmissionSource ofNm(Header header, Optional<LocalDateTime> scanStart, double voxelMl)
            throws GlomeraException {
        List<DataSet> rotations = header.dataSet().items(Tag.ROTATION_INFORMATION_SEQUENCE);
        double seconds = 0;
        for (DataSet rotation : rotations) {
            Header item = header.of(rotation);
            seconds += item.number(Tag.ACTUAL_FRAME_DURATION).orElse(0) * S_PER_MS
                    * item.integer(Tag.NUMBER_OF_FRAMES_IN_ROTATION).orElse(0);
        }
        boolean complete = rotations.stream().allMatch(rotation -> rotation.has(Tag.ACTUAL_FRAME_DURATION)
                && rotation.has(Tag.NUMBER_OF_FRAMES_IN_ROTATION));
        return new EmissionSource(false, positive(complete ? seconds : 0), scanStart,
                voxelMl);
    }

    /** Of an image stored as PET: Actual Frame Duration (0018,1242) (PS3.3 C.8.9.4.1.6). */
    static EmissionSource ofPet(Header header, Optional<LocalDateTime> scanStart, double voxelMl)
            throws GlomeraException {
        return new EmissionSource(true, positive(header.number(Tag.ACTUAL_FRAME_DURATION).orElse(0) * S_PER_MS),
                scanStart, voxelMl);
    }

    private static OptionalDouble positive(double seconds) {
        return seconds > 0 && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /** The elements that say the duration, for a message about their lack. */
    String whereDuration() {
        return isPet ? "Actual Frame Duration (0018,1242) is missing" : "Actual Frame Duration (0018,1242) or Number of "
                + "Frames in Rotation (0054,0053) is missing in its Rotation Information Sequence (0054,0052)";
    }
}

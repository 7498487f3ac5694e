package org.glomera.dicom;

import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * One frame of a SEG: its own functional groups, and those that all frames share (PS3.3 C.7.6.16).
 *
 * @param header the file's header, with size
 * @param shared the shared groups
 * @param own the frame's groups
 */
record SegFrame(Header header, Header shared, Header own) {

    /** Where the frame's rows and columns run. */
    SlicePlane plane() throws GlomeraException {
        Header measures = group(Tag.PIXEL_MEASURES_SEQUENCE, "spacing");
        Header orientation = group(Tag.PLANE_ORIENTATION_SEQUENCE, "orientation in the patient");
        DataSet sized = new DataSet();
        header.dataSet().text(Tag.SOP_CLASS_UID).ifPresent(uid -> sized.put(Tag.SOP_CLASS_UID, uid));
        sized.put(Tag.ROWS, (double) header.requireInteger(Tag.ROWS, "number of rows"))
                .put(Tag.COLUMNS, (double) header.requireInteger(Tag.COLUMNS, "number of columns"))
                .put(Tag.PIXEL_SPACING, measures.requireNumbers(Tag.PIXEL_SPACING, 2, "pixel spacing"));
        return SlicePlane.of(header.of(sized), orientation);
    }

    /** The centre of its first voxel. */
    Vector3 positionMm() throws GlomeraException {
        return group(Tag.PLANE_POSITION_SEQUENCE, "position in the patient")
                .requireVector(Tag.IMAGE_POSITION_PATIENT, "position in the patient");
    }

    /** The number of the segment it shows. */
    int segment() throws GlomeraException {
        return group(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, "segment").requireInteger(Tag.REFERENCED_SEGMENT_NUMBER,
                "referenced segment number");
    }

    /** The distance of slices, or else their thickness, as far as the file says. */
    OptionalDouble sliceSpacingMm() throws GlomeraException {
        Header measures = group(Tag.PIXEL_MEASURES_SEQUENCE, "spacing");
        OptionalDouble spacing = measures.number(Tag.SPACING_BETWEEN_SLICES);
        return spacing.isPresent() && spacing.getAsDouble() > 0 ? spacing : measures.number(Tag.SLICE_THICKNESS);
    }

    private Header group(Tag sequence, String meaning) throws GlomeraException {
        for (Header groups : new Header[] {own, shared}) {
            for (DataSet item : groups.dataSet().items(sequence)) {
                return header.of(item);
            }
        }
        throw header.problem("it does not say the " + meaning + " of a frame, so it cannot be laid over an image");
    }
}

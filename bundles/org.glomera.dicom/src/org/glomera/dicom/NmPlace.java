package org.glomera.dicom;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * Where an NM image lies in the patient. Image position and orientation of the first slice stand in the detector
 * information sequence (PS3.3 C.8.4.11); some systems write them at the top level. The slices follow along the normal,
 * row direction times column direction, by Spacing Between Slices (0018,0088); where that is negative, against it
 * (PS3.3 C.8.4.15).
 * <p>
 * Without an image orientation, Patient Orientation (0020,0020) says it where each of its two values is one letter
 * (PS3.3 C.7.6.1.1.1). Patient Position (0018,5100) and the patient's orientation to gravity and gantry (PS3.3 C.8.4.6)
 * say how the patient lay, not how a reconstruction lies in the patient: they are not enough, and a file with only
 * these is refused.
 *
 * @param plane size, directions and spacing of a slice
 * @param positionMm centre of the first voxel of the first slice
 */
record NmPlace(SlicePlane plane, Vector3 positionMm) {

    /** Slices are neither closer together nor further apart, in millimetres, than in any tomogram. */
    private static final double SMALLEST_STEP_MM = 1e-3;
    private static final double LARGEST_STEP_MM = 1e3;
    private static final Map<String, Vector3> DIRECTIONS = Map.of("L", new Vector3(1, 0, 0), "R",
            new Vector3(-1, 0, 0), "P", new Vector3(0, 1, 0), "A", new Vector3(0, -1, 0), "H", new Vector3(0, 0, 1),
            "F", new Vector3(0, 0, -1));

    /**
     * The place of the first slice.
     *
     * @param remarks gets a sentence where it is not from where the standard puts it
     */
    static NmPlace of(Header header, Remarks remarks) throws GlomeraException {
        Header oriented = holder(header, Tag.IMAGE_ORIENTATION_PATIENT);
        if (!oriented.dataSet().has(Tag.IMAGE_ORIENTATION_PATIENT)) {
            oriented = header.of(byLetters(header, remarks));
        }
        Header positioned = holder(header, Tag.IMAGE_POSITION_PATIENT);
        if (positioned.numbers(Tag.IMAGE_POSITION_PATIENT).length == 0) {
            throw lost(header, "where it lies: the image position (0020,0032) of its first slice is missing");
        }
        return new NmPlace(SlicePlane.of(header, oriented),
                positioned.requireVector(Tag.IMAGE_POSITION_PATIENT, "image position"));
    }

    /** The data set that has an element: the item of the frames' detector, else the top level. */
    private static Header holder(Header header, Tag tag) throws GlomeraException {
        List<DataSet> detectors = header.dataSet().items(Tag.DETECTOR_INFORMATION_SEQUENCE);
        int own = NmFrames.detector(header);
        return own < detectors.size() && header.of(detectors.get(own)).numbers(tag).length > 0
                ? header.of(detectors.get(own)) : header;
    }

    private static DataSet byLetters(Header header, Remarks remarks) throws GlomeraException {
        List<String> letters = header.dataSet().texts(Tag.PATIENT_ORIENTATION);
        Vector3 row = letters.size() == 2 ? DIRECTIONS.get(letters.get(0).strip()) : null;
        Vector3 column = letters.size() == 2 ? DIRECTIONS.get(letters.get(1).strip()) : null;
        if (row == null || column == null || row.dot(column) != 0) {
            throw lost(header, "how it lies: its image orientation (0020,0037) is missing");
        }
        remarks.add("The image orientation (0020,0037) is missing; Patient Orientation (0020,0020) says it instead.");
        return new DataSet().put(Tag.IMAGE_ORIENTATION_PATIENT, row.x(), row.y(), row.z(), column.x(), column.y(),
                column.z());
    }

    /** The refusal of an image without a place, which says what it is. */
    private static GlomeraException lost(Header header, String what) throws GlomeraException {
        double[] spacing = header.numbers(Tag.PIXEL_SPACING);
        String size = header.integer(Tag.COLUMNS).orElse(0) + " x " + header.integer(Tag.ROWS).orElse(0) + " x "
                + NmFrames.count(header) + " voxels";
        if (spacing.length > 1) {
            double step = header.number(Tag.SPACING_BETWEEN_SLICES).orElse(header.number(Tag.SLICE_THICKNESS).orElse(0));
            size += " of " + Remarks.number(spacing[1]) + " x " + Remarks.number(spacing[0]) + " x "
                    + Remarks.number(Math.abs(step)) + " mm";
        }
        return header.problem("it is a reconstructed tomogram of " + size + ", but does not say " + what
                + ", and right and left are not guessed. Export it with position and orientation");
    }

    /**
     * The signed distance from a slice to the next.
     *
     * @param remarks gets a sentence where the slice thickness stands for it
     */
    static double stepMm(Header header, Remarks remarks) throws GlomeraException {
        OptionalDouble spacing = header.number(Tag.SPACING_BETWEEN_SLICES);
        double step = spacing.isPresent() ? spacing.getAsDouble()
                : header.requireNumber(Tag.SLICE_THICKNESS, "spacing between slices");
        if (!(Math.abs(step) >= SMALLEST_STEP_MM && Math.abs(step) <= LARGEST_STEP_MM)) {
            throw header.problem("its spacing between slices is " + step + " mm");
        }
        if (spacing.isEmpty()) {
            remarks.add("The spacing between slices (0018,0088) is missing; the slice thickness stands for it.");
        }
        return step;
    }

    /** The grid of a stack that begins here; index z grows along the normal, whatever the sign of the step. */
    Grid grid(Header header, int slices, double stepMm) throws GlomeraException {
        if ((long) plane.columns() * plane.rows() * slices > Integer.MAX_VALUE - 16) {
            throw header.problem("it has more voxels than this program can hold");
        }
        Vector3 lowest = stepMm > 0 ? positionMm : positionMm.plus(plane.normal().times(stepMm * (slices - 1)));
        try {
            return new Grid(plane.columns(), plane.rows(), slices,
                    new Affine3(plane.alongRow().times(plane.columnSpacingMm()),
                            plane.alongColumn().times(plane.rowSpacingMm()), plane.normal().times(Math.abs(stepMm)),
                            lowest));
        } catch (IllegalArgumentException e) {
            throw header.problem("its spacing of " + plane.columnSpacingMm() + " x " + plane.rowSpacingMm() + " x "
                    + Math.abs(stepMm) + " mm or its position is not possible", e);
        }
    }
}

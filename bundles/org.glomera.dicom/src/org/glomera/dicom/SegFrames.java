package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.dicom.toolkit.DataSet;
import org.glomera.dicom.toolkit.Tag;

/**
 * The frames of a SEG: what a voxel of one means, which segment it shows and which slice of the SEG's grid it is.
 *
 * @param kind what a voxel's value means
 * @param bits bits a voxel: 1, 8 or 16
 * @param largest the value that stands for 1 in a fractional SEG, else 1
 * @param background the value of a label map's background
 * @param segments the segment of each frame; 0 in a label map
 * @param slices the slice of each frame, third index of the grid
 * @param grid all slices from the first to the last frame, those without a frame included
 */
record SegFrames(Kind kind, int bits, int largest, int background, int[] segments, int[] slices, Grid grid) {

    /** What a voxel's value means (PS3.3 C.8.20.2.3). */
    enum Kind {
        /** One bit: in the segment or not. */
        BINARY,
        /** A probability, or a share of the voxel, times the largest value. */
        FRACTIONAL,
        /** The number of a segment. */
        LABELMAP
    }

    /** The most voxels of a SEG's own grid: a whole body at half a millimetre, and what an array of bytes can take. */
    private static final long MOST_VOXELS = 1L << 29;
    private static final int MOST_FRAMES = 1 << 20;

    /** Number of frames. */
    int count() {
        return slices.length;
    }

    /**
     * The frames that a header describes.
     *
     * @throws GlomeraException when they are tiles, have no place in the patient or make no stack of parallel slices
     */
    static SegFrames of(Header header) throws GlomeraException {
        requireUntiled(header);
        Kind kind = kind(header);
        int count = header.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
        List<DataSet> own = header.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (count < 1 || count > MOST_FRAMES || own.size() != count) {
            throw header.problem("it announces " + count + " frames and describes " + own.size());
        }
        Header shared = header.of(header.dataSet().items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).stream().findFirst()
                .orElseGet(DataSet::new));
        SlicePlane plane = null;
        OptionalDouble spacing = OptionalDouble.empty();
        List<Vector3> positions = new ArrayList<>();
        int[] segments = new int[count];
        for (int i = 0; i < count; i++) {
            SegFrame frame = new SegFrame(header, shared, header.of(own.get(i)));
            SlicePlane its = frame.plane();
            if (plane != null && !its.isSameAs(plane)) {
                throw header.problem("its frames differ in orientation or spacing, so they make no stack of slices");
            }
            plane = its;
            spacing = frame.sliceSpacingMm();
            positions.add(frame.positionMm());
            segments[i] = kind == Kind.LABELMAP ? 0 : frame.segment();
        }
        SegStack stack = SegStack.of(header, plane, positions, spacing);
        if (stack.grid().voxelCount() > MOST_VOXELS) {
            throw header.problem("its frames reach over " + stack.grid().nz() + " slices, which is more than fits into "
                    + "memory");
        }
        return new SegFrames(kind, bits(header, kind), largest(header, kind),
                header.integer(Tag.PIXEL_PADDING_VALUE).orElse(0), segments, stack.slices(), stack.grid());
    }

    private static void requireUntiled(Header header) throws GlomeraException {
        if (header.dataSet().has(Tag.TOTAL_PIXEL_MATRIX_COLUMNS)
                || header.text(Tag.DIMENSION_ORGANIZATION_TYPE).startsWith("TILED")) {
            throw header.problem("it is a segmentation of microscope tiles, not of a volume of the patient");
        }
        if (!header.text(Tag.CONCATENATION_UID).isEmpty()) {
            throw header.problem("it is one part of a segmentation that was cut into several files (a concatenation); "
                    + "export it as one file");
        }
    }

    private static Kind kind(Header header) throws GlomeraException {
        String type = header.text(Tag.SEGMENTATION_TYPE);
        for (Kind kind : Kind.values()) {
            boolean labelMapClass = header.text(Tag.SOP_CLASS_UID).equals(Uids.LABEL_MAP_SEGMENTATION);
            if (kind.name().equals(type) && labelMapClass == (kind == Kind.LABELMAP)) {
                return kind;
            }
        }
        throw header.problem("its segmentation type '" + type + "' is none of its class");
    }

    private static int bits(Header header, Kind kind) throws GlomeraException {
        int bits = header.requireInteger(Tag.BITS_ALLOCATED, "number of bits");
        boolean possible = switch (kind) {
            case BINARY -> bits == 1 || bits == 8;
            case FRACTIONAL -> bits == 8;
            case LABELMAP -> bits == 8 || bits == 16;
        };
        if (!possible || header.integer(Tag.SAMPLES_PER_PIXEL).orElse(1) != 1) {
            throw header.problem("a " + kind.name().toLowerCase(Locale.ROOT)
                    + " segmentation cannot have " + bits + " bits a voxel");
        }
        return bits;
    }

    private static int largest(Header header, Kind kind) throws GlomeraException {
        if (kind != Kind.FRACTIONAL) {
            return 1;
        }
        int largest = header.requireInteger(Tag.MAXIMUM_FRACTIONAL_VALUE, "maximum fractional value");
        if (largest < 1 || largest > 255) {
            throw header.problem("its maximum fractional value of " + largest + " is not possible");
        }
        return largest;
    }
}

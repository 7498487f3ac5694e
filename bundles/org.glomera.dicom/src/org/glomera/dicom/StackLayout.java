package org.glomera.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.glomera.core.GlomeraException;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * How slices in any order become an upright, regular grid: which slice, or which two with which weight, each plane of
 * the grid takes, and how far each slice lies shifted within its plane (a tilted gantry). Nothing is interpolated
 * where slices are evenly spaced and upright.
 */
final class StackLayout {

    /** The most voxels that an array can hold. */
    static final int MOST_VOXELS = Integer.MAX_VALUE - 16;
    /** A hundred metres: far beyond any table's travel, and exact to far below a micrometre. */
    private static final double FURTHEST_MM = 1e5;

    private final SlicePlane plane;
    private final List<SlicePlace> places;
    private final SliceSpacing spacing;
    private final SliceShifts shifts;
    private final Grid grid;

    private StackLayout(SlicePlane plane, List<SlicePlace> places, SliceSpacing spacing, SliceShifts shifts,
            Grid grid) {
        this.plane = plane;
        this.places = places;
        this.spacing = spacing;
        this.shifts = shifts;
        this.grid = grid;
    }

    /**
     * The layout of slices.
     *
     * @param plane size, direction and spacing of all slices
     * @param places the slices in any order, at least one
     * @param thicknessMm the spacing when there is one position only; not positive when it is not known
     * @throws GlomeraException when they make no regular grid; the message names files and positions
     */
    static StackLayout of(SlicePlane plane, List<SlicePlace> places, double thicknessMm) throws GlomeraException {
        for (SlicePlace place : places) {
            if (place.positionMm().length() > FURTHEST_MM) {
                throw place.problem(place.name() + " cannot be used: its image position is further from the origin "
                        + "than any scanner reaches. Export it again from the system that made it.");
            }
        }
        SliceSpacing spacing = SliceSpacing.of(plane.normal(), places, thicknessMm);
        SliceShifts shifts = SliceShifts.of(plane, places, spacing);
        Vector3 first = places.get(spacing.distinct().get(0)).positionMm()
                .plus(plane.alongRow().times(shifts.firstColumn() * plane.columnSpacingMm()))
                .plus(plane.alongColumn().times(shifts.firstRow() * plane.rowSpacingMm()));
        long voxels = (long) shifts.columns() * shifts.rows() * spacing.planes().size();
        if ((long) shifts.columns() * shifts.rows() > MOST_VOXELS || voxels > MOST_VOXELS) {
            throw places.get(0).tooLarge(shifts.columns(), shifts.rows(), spacing.planes().size());
        }
        Grid grid = new Grid(shifts.columns(), shifts.rows(), spacing.planes().size(),
                new Affine3(plane.alongRow().times(plane.columnSpacingMm()),
                        plane.alongColumn().times(plane.rowSpacingMm()), plane.normal().times(spacing.stepMm()),
                        first));
        return new StackLayout(plane, places, spacing, shifts, grid);
    }

    /** The grid; its third index runs along row direction times column direction. */
    Grid grid() {
        return grid;
    }

    /** What the user should know: filled slices, resampling, a straightened tilt, slices that are there twice. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(spacing.remarks());
        shifts.remark().ifPresent(remarks::add);
        return remarks;
    }

    /** The planes of the grid in its order. */
    List<SliceSpacing.Plane> planes() {
        return spacing.planes();
    }

    /** How the slices lie shifted within their planes. */
    SliceShifts shifts() {
        return shifts;
    }

    /** Number of voxels of a slice as it is stored. */
    int voxelsPerSlice() {
        return plane.columns() * plane.rows();
    }

    /** Columns of a slice as it is stored. */
    int sliceColumns() {
        return plane.columns();
    }

    /** Rows of a slice as it is stored. */
    int sliceRows() {
        return plane.rows();
    }

    /**
     * Refuses slices at one position that show different things.
     *
     * @param values the slices in the order of the places
     * @throws GlomeraException naming both
     */
    void requireTwinsAlike(float[] values) throws GlomeraException {
        int count = voxelsPerSlice();
        for (SliceSpacing.Twin twin : spacing.twins()) {
            for (int i = 0; i < count; i++) {
                if (values[twin.kept() * count + i] != values[twin.dropped() * count + i]) {
                    SlicePlace kept = places.get(twin.kept());
                    throw kept.problem(String.format(Locale.ROOT, "%s and %s are slices at the same position, %.2f mm, "
                            + "and show different things. Take one of them out of the folder.", kept.name(),
                            places.get(twin.dropped()).name(), kept.positionMm().dot(plane.normal())));
                }
            }
        }
    }
}

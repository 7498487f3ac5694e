package org.glomera.dicom;

import java.util.Objects;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;

/**
 * A grid as a stack of image planes: its slices of constant third index.
 *
 * @param grid a grid whose three directions are at right angles
 */
record GridPlanes(Grid grid) {

    private static final double RIGHT_ANGLE = 1e-4;

    /** Refuses a grid whose directions are not at right angles: planes of DICOM are rectangles, stacked upright. */
    GridPlanes {
        Objects.requireNonNull(grid);
        Vector3 x = unit(grid.voxelToPatientMm().column0());
        Vector3 y = unit(grid.voxelToPatientMm().column1());
        Vector3 z = unit(grid.voxelToPatientMm().column2());
        if (Math.abs(x.dot(y)) > RIGHT_ANGLE || Math.abs(x.dot(z)) > RIGHT_ANGLE || Math.abs(y.dot(z)) > RIGHT_ANGLE) {
            throw new IllegalArgumentException("The directions of the grid are not at right angles.");
        }
    }

    /** Image Orientation (Patient): row direction, then column direction. */
    double[] orientation() {
        Vector3 row = unit(grid.voxelToPatientMm().column0());
        Vector3 column = unit(grid.voxelToPatientMm().column1());
        return new double[] {row.x(), row.y(), row.z(), column.x(), column.y(), column.z()};
    }

    /** Image Position (Patient) of a slice in millimetres. */
    double[] positionMm(int slice) {
        Vector3 first = grid.patientMm(0, 0, slice);
        return new double[] {first.x(), first.y(), first.z()};
    }

    double columnSpacingMm() {
        return grid.spacingMm().x();
    }

    double rowSpacingMm() {
        return grid.spacingMm().y();
    }

    double sliceSpacingMm() {
        return grid.spacingMm().z();
    }

    /** Distance of the slices, negative when they are stacked against the normal. */
    double signedSliceSpacingMm() {
        return grid.voxelToPatientMm().determinant() > 0 ? sliceSpacingMm() : -sliceSpacingMm();
    }

    /** Where a slice lies along the normal. */
    double locationMm(int slice) {
        Vector3 normal = unit(grid.voxelToPatientMm().column0()).cross(unit(grid.voxelToPatientMm().column1()));
        return grid.patientMm(0, 0, slice).dot(normal);
    }

    private static Vector3 unit(Vector3 vector) {
        return vector.times(1 / vector.length());
    }
}

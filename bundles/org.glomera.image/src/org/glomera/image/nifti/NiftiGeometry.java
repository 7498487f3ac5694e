package org.glomera.image.nifti;

import java.nio.ByteBuffer;

import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.image.raw.FileProblem;

/**
 * The orientation fields of a NIfTI-1 header and DICOM LPS. NIfTI's x grows to the patient's right, y to the front, z
 * to the head (RAS); LPS has the opposite signs of x and y. In both a position is that of a voxel's centre.
 * Formulas: nifti1.h, "3D image (volume) orientation and location in space", methods 2 (qform) and 3 (sform).
 */
final class NiftiGeometry {

    private static final int PIXDIM = 76;
    private static final int XYZT_UNITS = 123;
    private static final int QFORM_CODE = 252;
    private static final int SFORM_CODE = 254;
    private static final int QUATERN_B = 256;
    private static final int QOFFSET_X = 268;
    private static final int SROW_X = 280;

    private static final int UNITS_SPACE_MASK = 7;
    private static final int UNITS_METRE = 1;
    private static final int UNITS_MM = 2;
    private static final int UNITS_MICROMETRE = 3;

    /** Of cosines between columns: below it a qform, which knows rotations only, says the same as the sform. */
    private static final double ORTHOGONAL = 1e-4;
    /** As in nifti1_io.c: below it the quaternion's real part is rounding. */
    private static final double SMALLEST_A_SQUARED = 1e-7;

    private NiftiGeometry() {
    }

    /** From voxel indices to DICOM LPS millimetres: by the sform when it is set, else by the qform. */
    static Affine3 read(ByteBuffer header) throws FileProblem {
        for (int axis = 1; axis <= 3; axis++) {
            float spacing = pixdim(header, axis);
            if (!(spacing > 0) || Float.isInfinite(spacing)) {
                throw new FileProblem("gives " + spacing + " as the distance of voxels along index " + axis
                        + "; it has to be positive. Correct the header (pixdim) or convert the image again");
            }
        }
        double[][] ras;
        if (header.getShort(SFORM_CODE) > 0) {
            ras = sform(header);
        } else if (header.getShort(QFORM_CODE) > 0) {
            ras = qform(header);
        } else {
            throw new FileProblem("does not say how it lies in the patient (sform_code and qform_code are 0), so "
                    + "right and left cannot be told. Convert the image again from its source with its orientation");
        }
        double unit = unitInMm(header);
        try {
            return new Affine3(column(ras, 0, unit), column(ras, 1, unit), column(ras, 2, unit), column(ras, 3, unit));
        } catch (IllegalArgumentException e) {
            throw new FileProblem("has an orientation that does not span three dimensions or is not "
                    + "finite. Convert the image again from its source", e);
        }
    }

    private static Vector3 column(double[][] ras, int c, double unit) {
        return new Vector3(-ras[0][c] * unit, -ras[1][c] * unit, ras[2][c] * unit);
    }

    private static double unitInMm(ByteBuffer header) {
        return switch (header.get(XYZT_UNITS) & UNITS_SPACE_MASK) {
            case UNITS_METRE -> 1000;
            case UNITS_MICROMETRE -> 0.001;
            default -> 1;
        };
    }

    private static float pixdim(ByteBuffer header, int i) {
        return header.getFloat(PIXDIM + 4 * i);
    }

    private static double[][] sform(ByteBuffer header) {
        double[][] ras = new double[3][4];
        for (int row = 0; row < 3; row++) {
            for (int c = 0; c < 4; c++) {
                ras[row][c] = header.getFloat(SROW_X + 16 * row + 4 * c);
            }
        }
        return ras;
    }

    private static double[][] qform(ByteBuffer header) {
        double b = header.getFloat(QUATERN_B);
        double c = header.getFloat(QUATERN_B + 4);
        double d = header.getFloat(QUATERN_B + 8);
        double a = 1 - (b * b + c * c + d * d);
        if (a < SMALLEST_A_SQUARED) {
            double length = Math.sqrt(b * b + c * c + d * d);
            b /= length;
            c /= length;
            d /= length;
            a = 0;
        } else {
            a = Math.sqrt(a);
        }
        double dx = pixdim(header, 1);
        double dy = pixdim(header, 2);
        double dz = pixdim(header, 0) < 0 ? -pixdim(header, 3) : pixdim(header, 3);
        return new double[][] {
                {(a * a + b * b - c * c - d * d) * dx, 2 * (b * c - a * d) * dy, 2 * (b * d + a * c) * dz,
                        header.getFloat(QOFFSET_X)},
                {2 * (b * c + a * d) * dx, (a * a + c * c - b * b - d * d) * dy, 2 * (c * d - a * b) * dz,
                        header.getFloat(QOFFSET_X + 4)},
                {2 * (b * d - a * c) * dx, 2 * (c * d + a * b) * dy, (a * a + d * d - b * b - c * c) * dz,
                        header.getFloat(QOFFSET_X + 8)}};
    }

    /** Writes sform and qform with code 1 (scanner); a sheared grid, which a qform cannot say, gets the sform only. */
    static void write(ByteBuffer header, Grid grid) {
        Affine3 lps = grid.voxelToPatientMm();
        Vector3[] ras = {ras(lps.column0()), ras(lps.column1()), ras(lps.column2()), ras(lps.offset())};
        header.put(XYZT_UNITS, (byte) UNITS_MM);
        header.putShort(SFORM_CODE, (short) 1);
        for (int c = 0; c < 4; c++) {
            header.putFloat(SROW_X + 4 * c, (float) ras[c].x());
            header.putFloat(SROW_X + 16 + 4 * c, (float) ras[c].y());
            header.putFloat(SROW_X + 32 + 4 * c, (float) ras[c].z());
        }
        header.putFloat(PIXDIM, 1);
        for (int c = 0; c < 3; c++) {
            header.putFloat(PIXDIM + 4 * (c + 1), (float) ras[c].length());
        }
        Vector3 x = ras[0].times(1 / ras[0].length());
        Vector3 y = ras[1].times(1 / ras[1].length());
        Vector3 z = ras[2].times(1 / ras[2].length());
        if (Math.max(Math.abs(x.dot(y)), Math.max(Math.abs(y.dot(z)), Math.abs(z.dot(x)))) < ORTHOGONAL) {
            writeQform(header, x, y, z, ras[3]);
        }
    }

    private static Vector3 ras(Vector3 lps) {
        return new Vector3(-lps.x(), -lps.y(), lps.z());
    }

    private static void writeQform(ByteBuffer header, Vector3 x, Vector3 y, Vector3 z, Vector3 offset) {
        boolean leftHanded = x.dot(y.cross(z)) < 0;
        if (leftHanded) {
            header.putFloat(PIXDIM, -1);
        }
        double[] q = quaternion(x, y, leftHanded ? z.times(-1) : z);
        header.putShort(QFORM_CODE, (short) 1);
        for (int i = 0; i < 3; i++) {
            header.putFloat(QUATERN_B + 4 * i, (float) q[i + 1]);
        }
        header.putFloat(QOFFSET_X, (float) offset.x());
        header.putFloat(QOFFSET_X + 4, (float) offset.y());
        header.putFloat(QOFFSET_X + 8, (float) offset.z());
    }

    /** The unit quaternion a, b, c, d with a not negative of the rotation with columns x, y, z (nifti1_io.c). */
    private static double[] quaternion(Vector3 x, Vector3 y, Vector3 z) {
        double[] squares = {1 + x.x() + y.y() + z.z(), 1 + x.x() - y.y() - z.z(), 1 - x.x() + y.y() - z.z(),
                1 - x.x() - y.y() + z.z()};
        int largest = 0;
        for (int i = 1; i < 4; i++) {
            if (squares[i] > squares[largest]) {
                largest = i;
            }
        }
        double p = 0.5 * Math.sqrt(squares[largest]);
        double f = 0.25 / p;
        double[] q = switch (largest) {
            case 0 -> new double[] {p, f * (y.z() - z.y()), f * (z.x() - x.z()), f * (x.y() - y.x())};
            case 1 -> new double[] {f * (y.z() - z.y()), p, f * (y.x() + x.y()), f * (z.x() + x.z())};
            case 2 -> new double[] {f * (z.x() - x.z()), f * (y.x() + x.y()), p, f * (z.y() + y.z())};
            default -> new double[] {f * (x.y() - y.x()), f * (z.x() + x.z()), f * (z.y() + y.z()), p};
        };
        if (q[0] < 0) {
            for (int i = 0; i < 4; i++) {
                q[i] = -q[i];
            }
        }
        return q;
    }
}

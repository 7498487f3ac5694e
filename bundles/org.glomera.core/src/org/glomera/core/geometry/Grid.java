package org.glomera.core.geometry;

import java.util.Objects;

/**
 * A regular grid of voxels in patient space.
 *
 * @param nx number of voxels along the first, fastest index
 * @param ny number of voxels along the second index
 * @param nz number of voxels along the third index
 * @param voxelToPatientMm from voxel indices (x, y, z; the centre of the first voxel is 0, 0, 0) to DICOM LPS
 *        millimetres
 */
public record Grid(int nx, int ny, int nz, Affine3 voxelToPatientMm) {

    /** Refuses an empty grid and one with more voxels than an array can hold. */
    public Grid {
        Objects.requireNonNull(voxelToPatientMm);
        if (nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("A grid has at least one voxel a side; this one has " + nx + " x " + ny
                    + " x " + nz + ".");
        }
        if ((long) nx * ny > Integer.MAX_VALUE - 16 || (long) nx * ny * nz > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("A grid of " + nx + " x " + ny + " x " + nz
                    + " voxels is larger than an array can hold.");
        }
    }

    /** An axis-parallel grid: index x grows to the patient's left, y to the back, z to the head. */
    public static Grid axial(int nx, int ny, int nz, Vector3 spacingMm, Vector3 firstCentreMm) {
        if (!(spacingMm.x() > 0 && spacingMm.y() > 0 && spacingMm.z() > 0)) {
            throw new IllegalArgumentException("Spacing is positive; this is " + spacingMm + ".");
        }
        return new Grid(nx, ny, nz, new Affine3(new Vector3(spacingMm.x(), 0, 0), new Vector3(0, spacingMm.y(), 0),
                new Vector3(0, 0, spacingMm.z()), firstCentreMm));
    }

    /** Number of voxels. */
    public int voxelCount() {
        return nx * ny * nz;
    }

    /** The place of voxel (x, y, z) in an array with x fastest. */
    public int index(int x, int y, int z) {
        return (z * ny + y) * nx + x;
    }

    /** Whether (x, y, z) are indices of this grid. */
    public boolean contains(int x, int y, int z) {
        return x >= 0 && x < nx && y >= 0 && y < ny && z >= 0 && z < nz;
    }

    /** Distance in millimetres between neighbours along each index. */
    public Vector3 spacingMm() {
        return new Vector3(voxelToPatientMm.column0().length(), voxelToPatientMm.column1().length(),
                voxelToPatientMm.column2().length());
    }

    /** Volume of one voxel in millilitres (1 ml = 1000 cubic millimetres). */
    public double voxelVolumeMl() {
        return Math.abs(voxelToPatientMm.determinant()) / 1000;
    }

    /** The patient position in millimetres of a voxel's centre; fractional indices lie between centres. */
    public Vector3 patientMm(double x, double y, double z) {
        return voxelToPatientMm.apply(x, y, z);
    }

    /** The patient position in millimetres of the middle of the field of view. */
    public Vector3 centreMm() {
        return patientMm((nx - 1) / 2.0, (ny - 1) / 2.0, (nz - 1) / 2.0);
    }

    /**
     * The grid of another size over the same field of view: outer faces coincide, spacing is scaled by the ratio of
     * the sizes, directions stay.
     */
    public Grid withSize(int newNx, int newNy, int newNz) {
        double fx = nx / (double) newNx;
        double fy = ny / (double) newNy;
        double fz = nz / (double) newNz;
        Affine3 m = voxelToPatientMm;
        Vector3 first = patientMm((fx - 1) / 2, (fy - 1) / 2, (fz - 1) / 2);
        return new Grid(newNx, newNy, newNz, new Affine3(m.column0().times(fx), m.column1().times(fy),
                m.column2().times(fz), first));
    }

    /**
     * Whether another grid has the same size and every corner voxel's centre lies within {@code toleranceMm} of this
     * grid's.
     */
    public boolean isSameAs(Grid other, double toleranceMm) {
        if (nx != other.nx || ny != other.ny || nz != other.nz) {
            return false;
        }
        for (int corner = 0; corner < 8; corner++) {
            double x = (corner & 1) * (nx - 1.0);
            double y = (corner >> 1 & 1) * (ny - 1.0);
            double z = (corner >> 2 & 1) * (nz - 1.0);
            if (patientMm(x, y, z).minus(other.patientMm(x, y, z)).length() > toleranceMm) {
                return false;
            }
        }
        return true;
    }
}

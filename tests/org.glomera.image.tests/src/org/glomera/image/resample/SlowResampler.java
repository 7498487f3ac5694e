package org.glomera.image.resample;

import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;

/**
 * Resampling written for reading, not for speed, from the definitions alone: every target voxel looks at every source
 * voxel in patient space.
 */
final class SlowResampler {

    private SlowResampler() {
    }

    /** Trilinear interpolation: the sum over all source voxels of the product of three hats; edges hold to the face. */
    static float trilinearAt(Volume source, Vector3 patientMm, float outside) {
        Grid grid = source.grid();
        Vector3 v = grid.voxelToPatientMm().inverse().apply(patientMm);
        if (!isInside(grid, v)) {
            return outside;
        }
        double x = clamp(v.x(), grid.nx());
        double y = clamp(v.y(), grid.ny());
        double z = clamp(v.z(), grid.nz());
        double sum = 0;
        for (int k = 0; k < grid.nz(); k++) {
            for (int j = 0; j < grid.ny(); j++) {
                for (int i = 0; i < grid.nx(); i++) {
                    double weight = hat(x - i) * hat(y - j) * hat(z - k);
                    if (weight > 0) {
                        sum += weight * source.at(i, j, k);
                    }
                }
            }
        }
        return (float) sum;
    }

    static float[] trilinear(Volume source, Grid target, float outside) {
        float[] out = new float[target.voxelCount()];
        for (int z = 0; z < target.nz(); z++) {
            for (int y = 0; y < target.ny(); y++) {
                for (int x = 0; x < target.nx(); x++) {
                    out[target.index(x, y, z)] = trilinearAt(source, target.patientMm(x, y, z), outside);
                }
            }
        }
        return out;
    }

    /** Mean over the overlaps of boxes in patient space, of grids whose voxels are parallel to the patient's axes. */
    static float[] boxMean(Volume source, Grid target, float outside) {
        Grid grid = source.grid();
        float[] out = new float[target.voxelCount()];
        for (int at = 0; at < out.length; at++) {
            double sum = 0;
            double volume = 0;
            double[] box = box(target, at);
            for (int from = 0; from < grid.voxelCount(); from++) {
                double overlap = overlap(box, box(grid, from));
                sum += overlap * source.values()[from];
                volume += overlap;
            }
            Vector3 centre = grid.voxelToPatientMm().inverse().apply(centre(target, at));
            out[at] = isInside(grid, centre) ? (float) (sum / volume) : outside;
        }
        return out;
    }

    /** Share of each target voxel that a label covers, by overlaps of boxes in patient space. */
    static double[] boxShare(LabelMap source, int label, Grid target) {
        double[] out = new double[target.voxelCount()];
        for (int at = 0; at < out.length; at++) {
            double[] box = box(target, at);
            for (int from = 0; from < source.labels().length; from++) {
                if ((source.labels()[from] & 0xff) == label) {
                    out[at] += overlap(box, box(source.grid(), from));
                }
            }
            out[at] /= target.voxelVolumeMl() * 1000;
        }
        return out;
    }

    /** Share of a label among {@code n} cubed points of each target voxel. */
    static double[] pointShare(LabelMap source, int label, Grid target, int n) {
        double[] out = new double[target.voxelCount()];
        for (int at = 0; at < out.length; at++) {
            int[] v = voxel(target, at);
            int count = 0;
            for (int p = 0; p < n * n * n; p++) {
                Vector3 mm = target.patientMm(v[0] + (p % n + 0.5) / n - 0.5, v[1] + (p / n % n + 0.5) / n - 0.5,
                        v[2] + (p / n / n + 0.5) / n - 0.5);
                if (labelAt(source, mm) == label) {
                    count++;
                }
            }
            out[at] = count / (double) (n * n * n);
        }
        return out;
    }

    /** The label of the nearest centre, by distances along the source's axes; 0 outside the faces. */
    static int labelAt(LabelMap source, Vector3 patientMm) {
        Vector3 v = source.grid().voxelToPatientMm().inverse().apply(patientMm);
        return isInside(source.grid(), v)
                ? source.at((int) Math.round(clamp(v.x(), source.grid().nx())),
                        (int) Math.round(clamp(v.y(), source.grid().ny())),
                        (int) Math.round(clamp(v.z(), source.grid().nz())))
                : 0;
    }

    static int[] voxel(Grid grid, int index) {
        return new int[] {index % grid.nx(), index / grid.nx() % grid.ny(), index / grid.nx() / grid.ny()};
    }

    private static Vector3 centre(Grid grid, int index) {
        int[] v = voxel(grid, index);
        return grid.patientMm(v[0], v[1], v[2]);
    }

    /** Bounds in patient space, low x, y, z, high x, y, z, of a voxel. */
    private static double[] box(Grid grid, int index) {
        int[] v = voxel(grid, index);
        Vector3 a = grid.patientMm(v[0] - 0.5, v[1] - 0.5, v[2] - 0.5);
        Vector3 b = grid.patientMm(v[0] + 0.5, v[1] + 0.5, v[2] + 0.5);
        return new double[] {Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()),
                Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z())};
    }

    private static double overlap(double[] a, double[] b) {
        double volume = 1;
        for (int axis = 0; axis < 3; axis++) {
            volume *= Math.max(0, Math.min(a[axis + 3], b[axis + 3]) - Math.max(a[axis], b[axis]));
        }
        return volume;
    }

    private static boolean isInside(Grid grid, Vector3 v) {
        return isInside(v.x(), grid.nx()) && isInside(v.y(), grid.ny()) && isInside(v.z(), grid.nz());
    }

    private static boolean isInside(double c, int n) {
        return c >= -0.5 - 1e-3 && c <= n - 0.5 + 1e-3;
    }

    private static double clamp(double c, int n) {
        return Math.max(0, Math.min(n - 1, c));
    }

    private static double hat(double d) {
        return Math.max(0, 1 - Math.abs(d));
    }
}

package org.glomera.phantom.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.phantom.SpectSampling;
import org.glomera.phantom.anatomy.Anatomy;
import org.glomera.phantom.anatomy.Draw;
import org.glomera.phantom.anatomy.Ellipsoid;
import org.glomera.phantom.anatomy.Layer;
import org.glomera.phantom.anatomy.Part;
import org.glomera.phantom.anatomy.Tissue;
import org.junit.jupiter.api.Test;

class ImagingTest {

    private static final Vector3 ANISOTROPIC = new Vector3(2, 3, 5);
    private static final Pose AT_REST = new Pose(Affine3.IDENTITY, Map.of());

    private static Grid centred(int nx, int ny, int nz, Vector3 s) {
        return Grid.axial(nx, ny, nz, s, new Vector3(-(nx - 1) / 2.0 * s.x(), -(ny - 1) / 2.0 * s.y(),
                -(nz - 1) / 2.0 * s.z()));
    }

    private static SpectSampling sampling(double fwhm, double filter, double time) {
        return new SpectSampling(41, 41, 31, 2, 3, 5, fwhm, filter, 5, time);
    }

    /** The mean square distance from the middle along one axis, in square millimetres. */
    private static double secondMoment(Volume image, int axis) {
        Grid grid = image.grid();
        double sum = 0;
        double moment = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    Vector3 p = grid.patientMm(x, y, z);
                    double d = axis == 0 ? p.x() : axis == 1 ? p.y() : p.z();
                    sum += image.at(x, y, z);
                    moment += d * d * image.at(x, y, z);
                }
            }
        }
        return moment / sum;
    }

    @Test
    void camera_blursAPointWithTheGivenWidthsAlongEveryAxis() {
        Grid grid = centred(41, 41, 31, ANISOTROPIC);
        float[] point = new float[grid.voxelCount()];
        point[grid.index(20, 20, 15)] = 1000;
        Volume image = SpectCamera.image(new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, point),
                sampling(12, 6, 0), Draw.of(1, "x"));
        // widths add in squares: 144 + 36 = 180; sigma^2 = 180 / (8 ln 2) = 32.46 square millimetres
        double expected = 180 / (8 * Math.log(2));
        for (int axis = 0; axis < 3; axis++) {
            // sampling a filter whose sigma is half a voxel (z: 2.55 mm of 5 mm) misses its second moment by up to 3 %
            assertEquals(expected, secondMoment(image, axis), 0.03 * expected);
        }
        float sum = 0;
        for (float value : image.values()) {
            sum += value;
        }
        assertEquals(1000, sum, 0.1);
    }

    @Test
    void camera_countsLikePoisson() {
        Grid grid = centred(60, 60, 20, ANISOTROPIC);
        float[] even = new float[grid.voxelCount()];
        Arrays.fill(even, 40_000f);
        SpectSampling sampling = new SpectSampling(60, 60, 20, 2, 3, 5, 0, 0, 5, 1200);
        Volume image = SpectCamera.image(new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, even), sampling,
                Draw.of(2, "x"));
        // 40000 Bq/ml * 0.03 ml * 5e-6 counts/s/Bq * 1200 s = 7.2 counts a voxel
        double perCount = 0.03 * 5e-6 * 1200;
        double mean = 0;
        double square = 0;
        for (float value : image.values()) {
            double counts = value * perCount;
            assertEquals(Math.rint(counts), counts, 1e-3, "counts are whole numbers");
            mean += counts / even.length;
            square += counts * counts / even.length;
        }
        // 72000 voxels: standard error of the mean sqrt(7.2 / 72000) = 0.01, of the variance about 0.04; five of each
        assertEquals(7.2, mean, 0.05);
        assertEquals(7.2, square - mean * mean, 0.2);
    }

    @Test
    void camera_leavesManyCountsWithTheirSquareRootOfNoise() {
        Grid grid = centred(40, 40, 20, ANISOTROPIC);
        float[] even = new float[grid.voxelCount()];
        Arrays.fill(even, 1e9f);
        SpectSampling sampling = new SpectSampling(40, 40, 20, 2, 3, 5, 0, 0, 5, 1200);
        Volume image = SpectCamera.image(new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, even), sampling,
                Draw.of(3, "x"));
        double mean = 0;
        double square = 0;
        for (float value : image.values()) {
            double relative = value / 1e9 - 1;
            mean += relative / even.length;
            square += relative * relative / even.length;
        }
        // 180000 counts a voxel: relative standard deviation 1 / sqrt(180000) = 0.002357; 32000 voxels give it to 0.4 %
        assertEquals(0.002357, Math.sqrt(square - mean * mean), 0.0001);
    }

    @Test
    void painter_keepsTheVolumeOfSmallThings() {
        Grid grid = centred(30, 24, 16, ANISOTROPIC);
        Layer ball = new Layer(Ellipsoid.at(1.3, -2.1, 0.7, 14, 11, 12), Tissue.even(0, 100), Part.ORGANS);
        float[] values = new Painter(grid, AT_REST, Painter.meanSpacingMm(grid)).paint(List.of(ball),
                (tissue, x, y, z, depth) -> tissue.activity(x, y, z, depth), 0, new NullProgressMonitor());
        double sum = 0;
        for (float value : values) {
            sum += value * grid.voxelVolumeMl();
        }
        // 4/3 pi * 14 * 11 * 12 mm^3 = 7.741 ml at 100 a ml; a soft edge on so coarse a grid is good to 3 percent
        assertEquals(774.1, sum, 0.03 * 774.1);
    }

    @Test
    void pose_movesOnlyThePartsThatShift() {
        Grid grid = centred(30, 24, 16, ANISOTROPIC);
        Pose shifted = new Pose(Affine3.IDENTITY, Map.of(Part.ORGANS, new Vector3(4, 0, 0)));
        Layer organ = new Layer(Ellipsoid.at(0, 0, 0, 10, 10, 10), Tissue.even(0, 1), Part.ORGANS);
        Layer bone = new Layer(Ellipsoid.at(0, 0, 0, 10, 10, 10), Tissue.even(0, 1), Part.TRUNK);
        assertEquals(4, meanX(grid, shifted, organ), 1e-5);
        assertEquals(0, meanX(grid, shifted, bone), 1e-5);
    }

    private static double meanX(Grid grid, Pose pose, Layer layer) {
        float[] values = new Painter(grid, pose, 0).paint(List.of(layer),
                (tissue, x, y, z, depth) -> tissue.activity(x, y, z, depth), 0, new NullProgressMonitor());
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
            moment += values[i] * grid.patientMm(i % grid.nx(), 0, 0).x();
        }
        return moment / sum;
    }

    @Test
    void scanner_addsTheGivenNoise() {
        Grid grid = centred(80, 60, 20, new Vector3(4, 5, 6));
        Anatomy anatomy = Anatomy.draw(11, false, Optional.empty(), Optional.empty());
        Volume clean = CtScanner.scan(anatomy, AT_REST, grid, 0, Draw.of(4, "x"), new NullProgressMonitor());
        Volume noisy = CtScanner.scan(anatomy, AT_REST, grid, 24, Draw.of(4, "x"), new NullProgressMonitor());
        double square = 0;
        int count = 0;
        for (int z = 2; z < 18; z++) {
            for (int y = 5; y < 55; y++) {
                for (int x = 5; x < 75; x++) {
                    Vector3 p = grid.patientMm(x, y, z);
                    double level = anatomy.physique().skin().level(p.x(), p.y(), p.z());
                    if (level > 0.4 && level < 0.6 && clean.at(x, y, z) > -900) {
                        double difference = noisy.at(x, y, z) - clean.at(x, y, z);
                        square += difference * difference;
                        count++;
                    }
                }
            }
        }
        // half way out the noise is that of the sampling; some thousand correlated voxels give it to 5 percent
        assertTrue(count > 3000, () -> "voxels half way out");
        assertEquals(24, Math.sqrt(square / count), 0.05 * 24);
    }

    @Test
    void blur_isThatOfASlowSum() {
        Grid grid = centred(9, 7, 5, ANISOTROPIC);
        float[] values = new float[grid.voxelCount()];
        Draw draw = Draw.of(6, "x");
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draw.between(-1, 1);
        }
        float[] fast = values.clone();
        GaussianBlur.blurVoxels(fast, grid, 1.1, 0.7, 0.4);
        for (int[] at : new int[][] {{0, 0, 0}, {4, 3, 2}, {8, 1, 4}}) {
            assertEquals(slowBlur(values, grid, at), fast[grid.index(at[0], at[1], at[2])], 1e-5);
        }
    }

    private static double slowBlur(float[] values, Grid grid, int[] at) {
        float[] kx = GaussianBlur.kernel(1.1);
        float[] ky = GaussianBlur.kernel(0.7);
        float[] kz = GaussianBlur.kernel(0.4);
        double sum = 0;
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    int dx = Math.abs(x - at[0]);
                    int dy = Math.abs(y - at[1]);
                    int dz = Math.abs(z - at[2]);
                    if (dx < kx.length && dy < ky.length && dz < kz.length) {
                        sum += (double) kx[dx] * ky[dy] * kz[dz] * values[grid.index(x, y, z)];
                    }
                }
            }
        }
        return sum;
    }
}

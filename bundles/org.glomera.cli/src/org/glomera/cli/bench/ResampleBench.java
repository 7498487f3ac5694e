package org.glomera.cli.bench;

import java.util.Arrays;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.image.resample.Resampler;

/**
 * Times resampling: a CT of 512 x 512 x 300 voxels onto 128 x 128 x 128, two kidneys the other way. The values are those
 * of {@link ScipyZoom}, so that both results can be held against each other.
 */
public final class ResampleBench {

    static final int NX = 512;
    static final int NZ = 300;
    static final int SIZE = 128;
    static final int REPEATS = 7;
    private static final int NOT_COUNTED = 3;

    /**
     * What was measured.
     *
     * @param what what was resampled and how
     * @param medianMs the median time
     * @param slowestMs the slowest
     */
    public record Result(String what, double medianMs, double slowestMs) {
    }

    /** Something timed. */
    private interface Step {
        Object run();
    }

    private final Volume ct = waves();
    private final Grid small = ct.grid().withSize(SIZE, SIZE, SIZE);
    private final LabelMap kidneys = kidneys(small);

    private static Volume waves() {
        Grid grid = Grid.axial(NX, NX, NZ, new Vector3(0.9766, 0.9766, 1.5), new Vector3(-249.5, -249.5, 0));
        float[] values = new float[grid.voxelCount()];
        for (int z = 0; z < NZ; z++) {
            for (int y = 0; y < NX; y++) {
                double factor = 1000 * Math.cos(z / 50.0) * Math.sin(y / 60.0);
                for (int x = 0; x < NX; x++) {
                    values[grid.index(x, y, z)] = (float) (factor * Math.sin(x / 40.0));
                }
            }
        }
        return new Volume(grid, Quantity.HOUNSFIELD, values);
    }

    private static LabelMap kidneys(Grid grid) {
        byte[] labels = new byte[grid.voxelCount()];
        for (int i = 0; i < labels.length; i++) {
            Vector3 at = grid.patientMm(i % SIZE, i / SIZE % SIZE, i / SIZE / SIZE);
            double up = Math.pow(at.y() / 30, 2) + Math.pow((at.z() - 220) / 55, 2);
            labels[i] = (byte) (Math.pow((at.x() + 70) / 28, 2) + up < 1 ? 1
                    : Math.pow((at.x() - 70) / 28, 2) + up < 1 ? 2 : 0);
        }
        return new LabelMap(grid, labels);
    }

    /** The volume by trilinear interpolation, as scipy.ndimage.zoom of order 1. */
    public Result trilinear(IProgressMonitor monitor) {
        return measure("CT, trilinear", monitor, () -> Resampler.trilinear(ct, small, -1000));
    }

    /** The volume by the mean over each voxel, as networks get it. */
    public Result average(IProgressMonitor monitor) {
        return measure("CT, average", monitor, () -> Resampler.average(ct, small, -1000));
    }

    /** The kidneys onto the CT by the nearest voxel. */
    public Result nearest(IProgressMonitor monitor) {
        return measure("kidneys onto the CT, nearest", monitor, () -> Resampler.nearest(kidneys, ct.grid()));
    }

    /** The kidneys onto the CT by their shape. */
    public Result shape(IProgressMonitor monitor) {
        return measure("kidneys onto the CT, byShape", monitor, () -> Resampler.byShape(kidneys, ct.grid()));
    }

    /** The result of {@link #trilinear} at every 16th voxel, x fastest, to hold against scipy's. */
    public double[] samples() {
        Volume found = Resampler.trilinear(ct, small, -1000);
        int n = SIZE / ScipyZoom.STEP;
        double[] samples = new double[n * n * n];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = found.at(i % n * ScipyZoom.STEP, i / n % n * ScipyZoom.STEP, i / n / n * ScipyZoom.STEP);
        }
        return samples;
    }

    private static Result measure(String what, IProgressMonitor monitor, Step step) {
        SubMonitor progress = SubMonitor.convert(monitor, what, NOT_COUNTED + REPEATS);
        for (int i = 0; i < NOT_COUNTED; i++) {
            progress.split(1);
            step.run();
        }
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            progress.split(1);
            long start = System.nanoTime();
            step.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return new Result(what, times[REPEATS / 2], times[REPEATS - 1]);
    }
}

package org.glomera.phantom.imaging;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.geometry.Affine3;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.phantom.anatomy.Anatomy;
import org.glomera.phantom.anatomy.Draw;
import org.glomera.phantom.anatomy.Layer;
import org.glomera.phantom.anatomy.Trunk;

/**
 * Takes a CT image: paints attenuation, softens it as a reconstruction kernel does, and adds noise. The noise has the
 * grain of filtered back-projection (a Gaussian of 0.7 voxels in the slice), is stronger in the middle of the body, and
 * has a share of streaks from side to side, where the path through the body is longest.
 */
public final class CtScanner {

    private static final float AIR_HU = -1000;
    private static final float LOWEST_HU = -1024;
    private static final float HIGHEST_HU = 3071;
    private static final double KERNEL_SIGMA = 0.45;
    private static final double GRAIN_SIGMA = 0.7;
    private static final double SLICE_SIGMA = 0.3;
    private static final double STREAK_SHARE = 0.22;
    private static final int STREAK_VOXELS = 24;

    private CtScanner() {
    }

    /**
     * Takes an image.
     *
     * @param noiseHu standard deviation of the noise half way between the body's middle and surface
     * @param draw the source of the noise
     */
    public static Volume scan(Anatomy anatomy, Pose pose, Grid grid, double noiseHu, Draw draw,
            IProgressMonitor monitor) {
        List<Layer> layers = anatomy.layers();
        float[] hu = new Painter(grid, pose, Painter.meanSpacingMm(grid)).paint(layers,
                (tissue, x, y, z, depth) -> tissue.hu(x, y, z, depth), AIR_HU, monitor);
        // air lies beyond the grid, not 0 HU
        for (int i = 0; i < hu.length; i++) {
            hu[i] -= AIR_HU;
        }
        GaussianBlur.blurVoxels(hu, grid, KERNEL_SIGMA, KERNEL_SIGMA, 0);
        for (int i = 0; i < hu.length; i++) {
            hu[i] += AIR_HU;
        }
        if (noiseHu > 0) {
            addNoise(hu, grid, pose.bodyToPatientMm(), anatomy.physique().skin(), noiseHu, draw);
        }
        for (int i = 0; i < hu.length; i++) {
            hu[i] = Math.max(LOWEST_HU, Math.min(HIGHEST_HU, Math.round(hu[i])));
        }
        return new Volume(grid, Quantity.HOUNSFIELD, hu);
    }

    /** Noise of standard deviation 1 along a row: normal values at nodes, straight lines between them. */
    private static float[] streak(int length, Draw draw) {
        float[] row = new float[length];
        double from = draw.gaussian();
        double to = draw.gaussian();
        for (int i = 0; i < length; i++) {
            int place = i % STREAK_VOXELS;
            if (place == 0) {
                from = to;
                to = draw.gaussian();
            }
            double t = place / (double) STREAK_VOXELS;
            row[i] = (float) ((from * (1 - t) + to * t) / Math.sqrt(1 - 2 * t * (1 - t)));
        }
        return row;
    }

    private static void addNoise(float[] hu, Grid grid, Affine3 bodyToPatient, Trunk skin, double noiseHu, Draw draw) {
        float[] grain = white(grid, draw, GRAIN_SIGMA, GRAIN_SIGMA, SLICE_SIGMA);
        double grainShare = Math.sqrt(1 - STREAK_SHARE * STREAK_SHARE);
        Affine3 voxelToBody = bodyToPatient.inverse().after(grid.voxelToPatientMm());
        Vector3 step = voxelToBody.column0();
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                Vector3 first = voxelToBody.apply(0, y, z);
                float[] streak = streak(grid.nx(), draw);
                int row = grid.index(0, y, z);
                for (int x = 0; x < grid.nx(); x++) {
                    double level = skin.level(first.x() + x * step.x(), first.y() + x * step.y(),
                            first.z() + x * step.z());
                    double sigma = noiseHu * (1.25 - 0.5 * Math.min(1.2, level));
                    hu[row + x] += (float) (sigma * (grainShare * grain[row + x] + STREAK_SHARE * streak[x]));
                }
            }
        }
    }

    /** Normal noise of standard deviation 1 with the grain of a Gaussian, away from the grid's border. */
    private static float[] white(Grid grid, Draw draw, double sx, double sy, double sz) {
        double keeps = squares(GaussianBlur.kernel(sx)) * squares(GaussianBlur.kernel(sy))
                * squares(GaussianBlur.kernel(sz));
        double sigma = 1 / Math.sqrt(keeps);
        float[] values = new float[grid.voxelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sigma * draw.gaussian());
        }
        GaussianBlur.blurVoxels(values, grid, sx, sy, sz);
        return values;
    }

    /** The sum of a kernel's squared weights: what remains of the variance of independent values. */
    private static double squares(float[] kernel) {
        double sum = kernel[0] * kernel[0];
        for (int i = 1; i < kernel.length; i++) {
            sum += 2 * kernel[i] * kernel[i];
        }
        return sum;
    }
}

package org.glomera.phantom.imaging;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSamplerCache;
import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.geometry.Grid;
import org.glomera.core.volume.Quantity;
import org.glomera.core.volume.Volume;
import org.glomera.phantom.SpectSampling;
import org.glomera.phantom.anatomy.Anatomy;
import org.glomera.phantom.anatomy.Draw;

/** Takes a SPECT image, in the model of {@link SpectSampling}. */
public final class SpectCamera {

    /** Means up to here share tables of the Poisson sampler. */
    private static final double CACHED_MEAN = 2000;
    /** Above this mean a Poisson variate is drawn as a normal one, whose skewness is then below 0.7 percent. */
    private static final double NORMAL_MEAN = 20_000;

    private SpectCamera() {
    }

    /** The true activity concentration in Bq/ml on a grid. */
    public static Volume activity(Anatomy anatomy, Pose pose, Grid grid, SpectSampling sampling,
            IProgressMonitor monitor) {
        double edge = sampling.fwhmMm() == 0 ? 0 : Painter.meanSpacingMm(grid);
        float[] values = new Painter(grid, pose, edge).paint(anatomy.layers(),
                (tissue, x, y, z, depth) -> tissue.activity(x, y, z, depth), 0, monitor);
        return new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** The image of an activity concentration: blurred, with noise, filtered. */
    public static Volume image(Volume activity, SpectSampling sampling, Draw draw) {
        Grid grid = activity.grid();
        float[] values = activity.values().clone();
        GaussianBlur.blur(values, grid, sampling.fwhmMm());
        if (sampling.timeS() > 0) {
            addCountingNoise(values, grid.voxelVolumeMl() * sampling.countsPerBq(), draw.random());
        }
        GaussianBlur.blur(values, grid, sampling.filterFwhmMm());
        return new Volume(grid, Quantity.ACTIVITY_CONCENTRATION, values);
    }

    /** Replaces each concentration by that of a Poisson number of counts around the expected one. */
    private static void addCountingNoise(float[] values, double countsPerBqPerMl, UniformRandomProvider random) {
        PoissonSamplerCache cache = new PoissonSamplerCache(0, CACHED_MEAN);
        Draw normal = Draw.of(random.nextLong(), "many counts");
        for (int i = 0; i < values.length; i++) {
            double mean = values[i] * countsPerBqPerMl;
            if (mean > NORMAL_MEAN) {
                values[i] = (float) (Math.rint(mean + Math.sqrt(mean) * normal.gaussian()) / countsPerBqPerMl);
            } else if (mean > 0) {
                values[i] = (float) (cache.createSharedStateSampler(random, mean).sample() / countsPerBqPerMl);
            }
        }
    }
}

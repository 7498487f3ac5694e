package org.glomera.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.glomera.core.Kidneys;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.core.volume.Volume;
import org.glomera.evaluation.Metric;
import org.glomera.evaluation.MetricInput;
import org.glomera.evaluation.Summary;
import org.glomera.evaluation.mask.Box;
import org.glomera.evaluation.mask.DistanceTransform;
import org.glomera.evaluation.mask.Mask;
import org.glomera.evaluation.mask.MaskPair;
import org.glomera.evaluation.mask.SurfaceDistances;

/** Times of metrics on drawn kidneys, on one thread. */
public final class MetricsBench {

    /** The grid of a large CT. */
    private static final Grid LARGE = DrawnKidneys.grid(512, 512, 300, new Vector3(0.8, 0.8, 1.25));
    /** The grid of a network's input. */
    private static final Grid CUBE = DrawnKidneys.grid(128, 128, 128, new Vector3(2.4, 2.4, 3));
    private static final double QUANTILE = 0.95;

    private final IProgressMonitor monitor;
    private final LabelMap reference = DrawnKidneys.reference(LARGE, 0);
    private final LabelMap candidate = DrawnKidneys.candidate(LARGE, 0);

    /**
     * Surface distances of one pair of masks.
     *
     * @param kidneys which kidney, or both
     * @param hausdorff95Mm the 95 % Hausdorff distance
     * @param meanMm the average symmetric surface distance
     * @param firstMs the first time, from the label maps to both distances, in milliseconds
     * @param medianMs the median of the repeated times
     */
    public record Surfaces(Kidneys kidneys, double hausdorff95Mm, double meanMm, double firstMs, double medianMs) {
    }

    /** Draws the large pair. */
    public MetricsBench(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    /** The manual delineation of the large pair. */
    public LabelMap reference() {
        return reference;
    }

    /** The automatic delineation of the large pair. */
    public LabelMap candidate() {
        return candidate;
    }

    /** Surface distances of the large pair, as a metric computes them: in the smallest box around both masks. */
    public Surfaces surfaces(Kidneys kidneys, int repeats) {
        double[] times = new double[repeats];
        SurfaceDistances[] found = new SurfaceDistances[1];
        for (int i = 0; i < repeats; i++) {
            times[i] = timeMs(() -> found[0] = SurfaceDistances.of(MaskPair.of(reference, candidate, kidneys)));
        }
        return new Surfaces(kidneys, found[0].hausdorffMm(QUANTILE), found[0].meanMm(), times[0], Summary.of(times).median());
    }

    /**
     * The distance of every voxel of the large grid from the surfaces of both kidneys, once for each delineation: what
     * the surface distances need when nothing is cut out. It is what scipy's distance_transform_edt computes.
     *
     * @return the median time of both transforms together, in milliseconds
     */
    public double wholeTransformsMs(int repeats) {
        MaskPair masks = MaskPair.of(reference, candidate, Kidneys.BOTH);
        double[] times = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            times[i] = timeMs(() -> {
                transformWhole(masks.reference());
                transformWhole(masks.candidate());
            });
        }
        return Summary.of(times).median();
    }

    private static float[] transformWhole(Mask mask) {
        Box box = mask.box();
        int[] surface = Arrays.stream(mask.surface()).map(i -> LARGE.index(box.x0() + i % box.nx(),
                box.y0() + i / box.nx() % box.ny(), box.z0() + i / box.nx() / box.ny())).toArray();
        return new DistanceTransform(LARGE.nx(), LARGE.ny(), LARGE.nz(), LARGE.spacingMm(), surface).mapMm();
    }

    /**
     * All metrics of some cases at 128 voxels cubed, of each kidney and of both.
     *
     * @return the time of the first and only run over all cases, in milliseconds
     */
    public double casesMs(Collection<Metric> metrics, int cases) {
        Volume activity = DrawnKidneys.activity(CUBE);
        List<MetricInput> inputs = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            for (Kidneys kidneys : Kidneys.values()) {
                inputs.add(MetricInput.of(DrawnKidneys.reference(CUBE, i), DrawnKidneys.candidate(CUBE, i), kidneys,
                        activity));
            }
        }
        return timeMs(() -> inputs.forEach(input -> metrics.forEach(metric -> metric.evaluate(input))));
    }

    private double timeMs(Runnable work) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}

package org.glomera.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.core.GlomeraException;
import org.glomera.core.Side;
import org.glomera.core.geometry.Grid;
import org.glomera.core.geometry.Vector3;
import org.glomera.core.volume.LabelMap;
import org.glomera.render.layers.Surfaces;
import org.glomera.render.surface.KidneySurface;
import org.glomera.render.surface.SurfaceMaker;
import org.glomera.render.surface.SurfaceOptions;

/** Times how fast the six surfaces of a case are made: two ellipsoids as large as kidneys in three delineations. */
public final class SurfaceBench {

    /** The label maps that are measured: that of a network, of a low-dose CT, and of a diagnostic CT. */
    public static final List<Size> SIZES = List.of(new Size(128, 128, 128, 3.9, 3.9),
            new Size(512, 512, 100, 0.9766, 5), new Size(512, 512, 300, 0.9766, 1.5));

    /**
     * A label map.
     *
     * @param nx number of columns
     * @param ny number of rows
     * @param nz number of slices
     * @param pixelMm distance of columns and rows in millimetres
     * @param sliceMm distance of slices in millimetres
     */
    public record Size(int nx, int ny, int nz, double pixelMm, double sliceMm) {

        /** How it stands in a table. */
        public String title() {
            return nx + " x " + ny + " x " + nz + ", " + pixelMm + " x " + pixelMm + " x " + sliceMm + " mm";
        }
    }

    /**
     * What was measured, in milliseconds.
     *
     * @param firstMs the first time, with libraries to load and code to compile
     * @param medianMs the median of the repetitions
     * @param slowestMs the slowest of them
     * @param distancesMs the distances of the four surfaces of the networks to the manual ones, median
     * @param trianglesBefore triangles of all six before thinning out
     * @param trianglesAfter triangles of all six as they are drawn
     */
    public record Result(double firstMs, double medianMs, double slowestMs, double distancesMs, int trianglesBefore,
            int trianglesAfter) {
    }

    private SurfaceBench() {
    }

    /** Measures one size. */
    public static Result measure(SurfaceMaker maker, Size size, int repeats, IProgressMonitor monitor)
            throws GlomeraException {
        Grid grid = DrawnKidneys.grid(size.nx(), size.ny(), size.nz(), new Vector3(size.pixelMm(), size.pixelMm(),
                size.sliceMm()));
        List<Surfaces.Wanted> wanted = new ArrayList<>();
        for (LabelMap map : List.of(DrawnKidneys.reference(grid, 1), DrawnKidneys.candidate(grid, 1),
                DrawnKidneys.candidate(grid, 2))) {
            for (Side side : Side.values()) {
                wanted.add(new Surfaces.Wanted(map, side));
            }
        }
        double first = 0;
        double[] times = new double[repeats];
        double[] distances = new double[repeats];
        List<KidneySurface> made = List.of();
        for (int i = -1; i < repeats; i++) {
            Surfaces surfaces = new Surfaces(maker);
            long start = System.nanoTime();
            made = surfaces.all(wanted, SurfaceOptions.defaults(), monitor).stream().flatMap(Optional::stream).toList();
            double ms = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            for (int k = 2; k < made.size(); k++) {
                surfaces.distancesMm(made.get(k).mesh(), made.get(k % 2).mesh(), monitor);
            }
            if (i < 0) {
                first = ms;
            } else {
                times[i] = ms;
                distances[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        Arrays.sort(distances);
        return new Result(first, times[repeats / 2], times[repeats - 1], distances[repeats / 2],
                made.stream().mapToInt(each -> each.fidelity().trianglesBefore()).sum(),
                made.stream().mapToInt(each -> each.fidelity().trianglesAfter()).sum());
    }
}

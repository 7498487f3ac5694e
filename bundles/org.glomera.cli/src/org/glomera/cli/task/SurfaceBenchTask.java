package org.glomera.cli.task;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.cli.bench.SurfaceBench;
import org.glomera.core.GlomeraException;
import org.glomera.render.surface.SurfaceMaker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast surfaces are made on this machine. */
@Command(name = "surfaces", header = "Measure how fast a case's surfaces are made, without a window.",
        description = {"",
                "The six surfaces of a case, right and left kidney in three delineations, from label maps of several"
                        + " sizes: smoothed, thinned out and held against the voxels; then the distances of four of them to"
                        + " the first two. The workbench runs with the first compiler alone; to measure as there, set"
                        + " GLOMERA_JAVA_OPTIONS=-XX:TieredStopAtLevel=1.", ""})
public final class SurfaceBenchTask implements Callable<Integer> {

    private final TaskContext context;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "7",
            description = "How often each is measured after the first time. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    /** Makes the task. */
    public SurfaceBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        SurfaceMaker maker = SurfacesTask.engine().surfaces();
        context.terminal().result("%-40s %10s %10s %10s %12s %18s".formatted("six surfaces, "
                + Runtime.getRuntime().availableProcessors() + " processors", "first", "median", "slowest", "distances",
                "triangles"));
        for (SurfaceBench.Size size : SurfaceBench.SIZES) {
            SurfaceBench.Result result = context.cancellable(monitor -> SurfaceBench.measure(maker, size,
                    Math.max(1, repeats), monitor));
            context.terminal().result(String.format(Locale.ROOT, "%-40s %7.0f ms %7.0f ms %7.0f ms %9.0f ms %8d of %6d",
                    size.title(), result.firstMs(), result.medianMs(), result.slowestMs(), result.distancesMs(),
                    result.trianglesAfter(), result.trianglesBefore()));
        }
        return 0;
    }
}

package org.glomera.cli.task;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.cli.bench.SliceBench;
import org.glomera.core.GlomeraException;
import org.glomera.render.slice.Plane;

import picocli.CommandLine.Command;

/** How fast slices are drawn on this machine. */
@Command(name = "slices", header = "Measure how fast slices are drawn, without a window.",
        description = {"",
                "A CT of 512 x 512 x 300 voxels with SPECT fused over it and four outlined delineations, scrolled slice by"
                        + " slice. The workbench runs with the first compiler alone; to measure as there, set"
                        + " GLOMERA_JAVA_OPTIONS=-XX:TieredStopAtLevel=1.", ""})
public final class SliceBenchTask implements Callable<Integer> {

    private final TaskContext context;

    /** Makes the task. */
    public SliceBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        context.terminal().result("%-42s %12s %14s %14s".formatted("pictures drawn, "
                + Runtime.getRuntime().availableProcessors() + " processors", "median", "19 of 20", "a second"));
        context.cancellable(monitor -> {
            SliceBench bench = new SliceBench();
            for (Plane plane : Plane.values()) {
                print(bench.scroll(plane, monitor));
            }
            print(bench.scrollAll(monitor));
            return null;
        });
        return 0;
    }

    private void print(SliceBench.Result result) {
        context.terminal().result(String.format(Locale.ROOT, "%-42s %9.1f ms %11.1f ms %14.1f", result.what(),
                result.medianMs(), result.slowestMs(), result.perSecond()));
    }
}

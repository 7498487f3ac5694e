package org.glomera.cli.task;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.cli.bench.SceneBench;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.outside.Availability;
import org.glomera.core.outside.Availability.Missing;
import org.glomera.render.scene.RenderEngine;
import org.glomera.render.scene.RenderEngines;

import picocli.CommandLine.Command;

/** How fast the 3D view is drawn on this machine. */
@Command(name = "scene", header = "Measure how fast the 3D view is drawn; needs a display, which xvfb-run gives.",
        description = {"",
                "Six surfaces of kidneys, in one pane or beside each other in two and four, with and without the SPECT as a"
                        + " cloud, 800 x 600 pixels: while the camera is dragged, and in full. The workbench runs with the"
                        + " first compiler alone; to measure as there, set"
                        + " GLOMERA_JAVA_OPTIONS=-XX:TieredStopAtLevel=1.", ""})
public final class SceneBenchTask implements Callable<Integer> {

    private static final double HALF = 0.5;

    private final TaskContext context;

    /** Makes the task. */
    public SceneBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        RenderEngine engine = RenderEngines.first().orElseThrow(() -> new GlomeraException(Kind.MISSING_COMPONENT,
                "No plug-in draws in space. Install one that contributes to " + RenderEngines.POINT + "."));
        if (engine.display() instanceof Missing missing) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, missing.inWords());
        }
        context.cancellable(monitor -> {
            SceneBench bench = new SceneBench(engine, monitor);
            context.terminal().result("%-48s %12s %12s %12s %12s".formatted(String.format(Locale.ROOT,
                    "%,d triangles, %d processors", bench.triangles(), Runtime.getRuntime().availableProcessors()),
                    "dragged", "19 of 20", "a second", "in full"));
            for (int panes : new int[] {1, 2, 4}) {
                for (double opacity : new double[] {1, HALF}) {
                    for (boolean cloud : new boolean[] {false, true}) {
                        print(bench.measure(panes, opacity, cloud, monitor));
                    }
                }
            }
            return null;
        });
        return 0;
    }

    private void print(SceneBench.Result result) {
        context.terminal().result(String.format(Locale.ROOT, "%-48s %9.1f ms %9.1f ms %12.1f %9.1f ms", result.what(),
                result.draggedMs(), result.slowestMs(), result.perSecond(), result.fullMs()));
    }
}

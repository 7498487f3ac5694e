package org.glomera.cli.task;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.glomera.cli.bench.ResampleBench;
import org.glomera.cli.bench.ScipyZoom;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;

import picocli.CommandLine.Command;

/** How fast images and masks are resampled on this machine, and how fast scipy does it. */
@Command(name = "resample", header = "Measure how fast images and masks are resampled.",
        description = {"",
                "A CT of 512 x 512 x 300 voxels onto 128 x 128 x 128, and two kidneys from there onto the CT. Where a"
                        + " Python with scipy is installed, scipy.ndimage.zoom of order 1 does the same and the values are"
                        + " compared.", ""})
public final class ResampleBenchTask implements Callable<Integer> {

    private final TaskContext context;

    /** Makes the task. */
    public ResampleBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        context.terminal().result("%-42s %12s %14s".formatted("resampled, "
                + Runtime.getRuntime().availableProcessors() + " processors", "median", "slowest"));
        context.cancellable(monitor -> {
            ResampleBench bench = new ResampleBench();
            ResampleBench.Result ours = bench.trilinear(monitor);
            print(ours);
            print(bench.average(monitor));
            print(bench.nearest(monitor));
            print(bench.shape(monitor));
            compare(ours, bench.samples());
            return null;
        });
        return 0;
    }

    private void compare(ResampleBench.Result ours, double[] samples) throws GlomeraException {
        Optional<ScipyZoom> scipy;
        try {
            scipy = ScipyZoom.run();
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "Python could not be run: " + e.getMessage()
                    + ". Check its installation.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GlomeraException(Kind.RESOURCES, "Python was interrupted. Run the bench again.", e);
        }
        if (scipy.isEmpty()) {
            context.terminal().result("scipy: not measured, since no Python here has it (Debian: python3-scipy).");
            return;
        }
        double most = 0;
        for (int i = 0; i < samples.length; i++) {
            most = Math.max(most, Math.abs(samples[i] - scipy.get().samples()[i]));
        }
        context.terminal().result(String.format(Locale.ROOT, "%-42s %9.1f ms", "scipy " + scipy.get().version()
                + ", zoom of order 1", scipy.get().medianMs()));
        context.terminal().result(String.format(Locale.ROOT,
                "Trilinear takes %.2f of scipy's time; the values differ by at most %.2g of 1000.",
                ours.medianMs() / scipy.get().medianMs(), most));
    }

    private void print(ResampleBench.Result result) {
        context.terminal().result(String.format(Locale.ROOT, "%-42s %9.1f ms %11.1f ms", result.what(),
                result.medianMs(), result.slowestMs()));
    }
}

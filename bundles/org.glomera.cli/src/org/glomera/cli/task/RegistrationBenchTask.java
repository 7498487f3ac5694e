package org.glomera.cli.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.glomera.cli.bench.RegistrationBench;
import org.glomera.cli.bench.RegistrationBench.Result;
import org.glomera.cli.bench.RegistrationBench.Size;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.registration.RegistrationMethods;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How close registration comes to known movements, and how long it takes. */
@Command(name = "registration", header = "Measure how close registration comes to known movements, and its time.",
        description = {"",
                "Phantom patients who moved by up to 15 mm and turned by up to 5 degrees about each axis between CT and SPECT:"
                        + " the mean distance of the kidneys' voxels from their true places, and whether the result is warned"
                        + " of. Then pairs that cannot be registered, and the time of large images.", ""})
public final class RegistrationBenchTask implements Callable<Integer> {

    private static final int MOST_PAIRS = 150;
    private static final String ROW = "%-44s %10s %10s %18s %8s  %s";

    private final TaskContext context;

    @Option(names = "--pairs", paramLabel = "N", description = "How many pairs. Default: ${DEFAULT-VALUE}.")
    private int pairs = 40;

    @Option(names = "--method", paramLabel = "ID", description = "The method. Default: ${DEFAULT-VALUE}.")
    private String method = RegistrationMethods.MUTUAL_INFORMATION;

    /** Makes the task. */
    public RegistrationBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (pairs < 1 || pairs > MOST_PAIRS) {
            throw new GlomeraException(Kind.CONFIGURATION, "--pairs is " + pairs + "; give a number from 1 to " + MOST_PAIRS
                    + ".");
        }
        return context.cancellable(this::measure);
    }

    private int measure(IProgressMonitor monitor) throws GlomeraException {
        RegistrationBench bench = new RegistrationBench(RegistrationMethods.method(method));
        context.terminal().result(ROW.formatted(method + ", " + Runtime.getRuntime().availableProcessors() + " processors",
                "before", "after", "score", "time", "warned"));
        List<Result> known = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            known.add(bench.pair(i, monitor));
            line("pair " + (i + 1), known.get(i));
        }
        int apart = Math.max(1, pairs / 4);
        List<Result> apartResults = new ArrayList<>();
        for (int i = 0; i < apart; i++) {
            apartResults.add(bench.otherPatient(i, monitor));
            line("CT and SPECT of two patients " + (i + 1), apartResults.get(i));
        }
        for (int i = 0; i < Math.max(1, pairs / 10); i++) {
            Result noise = bench.noise(i, monitor);
            apartResults.add(noise);
            line("CT and noise " + (i + 1), noise);
        }
        summary(known, apartResults);
        for (Size size : Size.values()) {
            line(size.title(), bench.timed(size, monitor));
        }
        return 0;
    }

    private void summary(List<Result> known, List<Result> apart) {
        double[] errors = known.stream().mapToDouble(Result::errorMm).sorted().toArray();
        double[] times = known.stream().mapToDouble(Result::seconds).sorted().toArray();
        long within = Arrays.stream(errors).filter(error -> error <= RegistrationBench.GOAL_MM).count();
        long failedUnwarned = known.stream().filter(each -> !(each.errorMm() <= RegistrationBench.GOAL_MM)
                && each.found().trusted()).count();
        long falseWarnings = known.stream().filter(each -> each.errorMm() <= RegistrationBench.GOAL_MM
                && !each.found().trusted()).count();
        long apartWarned = apart.stream().filter(each -> !each.found().trusted()).count();
        print("error at the kidneys: median %.2f mm, 95 %% below %.2f mm, largest %.2f mm; median time %.1f s",
                errors[errors.length / 2], errors[(int) Math.ceil(errors.length * 0.95) - 1], errors[errors.length - 1],
                times[times.length / 2]);
        print("within half a voxel (%.2f mm): %d of %d (goal 95 %%); failures without a warning: %d (goal 0); warned though "
                + "within: %d", RegistrationBench.GOAL_MM, within, errors.length, failedUnwarned, falseWarnings);
        print("pairs that cannot be registered, warned of: %d of %d", apartWarned, apart.size());
    }

    private void line(String title, Result result) {
        context.terminal().result(ROW.formatted(title, millimetres(result.beforeMm()), millimetres(result.errorMm()),
                String.format(Locale.ROOT, "%.4f > %.4f", result.found().scoreBefore(), result.found().scoreAfter()),
                String.format(Locale.ROOT, "%.1f s", result.seconds()), result.found().trusted() ? "" : "yes"));
    }

    private static String millimetres(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f mm", value);
    }

    private void print(String format, Object... values) {
        context.terminal().result(String.format(Locale.ROOT, format, values));
    }
}

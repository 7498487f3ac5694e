package org.glomera.cli.task;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.cli.bench.AugmentationBench;
import org.glomera.core.GlomeraException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long training images take to be augmented on this machine. */
@Command(name = "augmentation", header = "Measure how long an image takes to be augmented.",
        description = {"",
                "Each augmentation of the program and of plug-ins with its suggested parameters, on SPECT and CT of 128 x 128 x"
                        + " 128 voxels with a mask.", ""})
public final class AugmentationBenchTask implements Callable<Integer> {

    private final TaskContext context;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "15",
            description = "How many images are measured after the first. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    /** Makes the task. */
    public AugmentationBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        context.terminal().result("%-34s %12s %12s".formatted("one image, "
                + Runtime.getRuntime().availableProcessors() + " processors", "median", "slowest"));
        for (AugmentationBench.Result result : context
                .cancellable(monitor -> AugmentationBench.measure(Math.max(1, repeats), monitor))) {
            context.terminal().result(String.format(Locale.ROOT, "%-34s %9.0f ms %9.0f ms", result.what(),
                    result.medianMs(), result.slowestMs()));
        }
        return 0;
    }
}

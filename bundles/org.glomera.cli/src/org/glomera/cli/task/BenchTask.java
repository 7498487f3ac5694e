package org.glomera.cli.task;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.glomera.cli.bench.NetworkBench;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.EngineReport;
import org.glomera.network.Networks;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times and memory of this machine. */
@Command(name = "bench", header = "Measure training steps, segmented volumes and the peak of memory.",
        description = {"",
                "At the demo's size and at that of the reference study, one step of which takes about a minute. 'bench'"
                        + " alone is 'bench network'; the tasks below measure other things.", ""})
public final class BenchTask implements Callable<Integer> {

    private static final int SMALL_REPEATS = 10;

    private final TaskContext context;

    @Option(names = "--size", paramLabel = "demo|thesis", split = ",",
            description = "Only these sizes. Default: both.")
    private List<String> sizes = List.of("demo", "thesis");

    /** Makes the task. */
    public BenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        EngineReport engine = Networks.engine(Networks.DEFAULT_ENGINE).report();
        if (!engine.usable()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, engine.explanation());
        }
        context.terminal().result("%s %s on %s, %d processors".formatted(engine.engine(), engine.version(),
                engine.device(), Runtime.getRuntime().availableProcessors()));
        String row = "%-62s %11s %9s %14s %9s %14s";
        context.terminal().result(row.formatted("network", "parameters", "step", "peak training", "volume",
                "peak segment"));
        for (String size : sizes) {
            int repeats = size.equals("thesis") ? 0 : SMALL_REPEATS;
            for (NetworkPreset network : Presets.load(size).networks().subList(0, 2)) {
                NetworkBench.Result result = context
                        .cancellable(monitor -> NetworkBench.measure(network, repeats, monitor));
                context.terminal().result(row.formatted(result.network(), String.format(Locale.ROOT, "%,d",
                        result.parameters()), seconds(result.stepMs()), result.trainingPeakMb() + " MB",
                        seconds(result.forwardMs()), result.forwardPeakMb() + " MB"));
            }
        }
        return 0;
    }

    private static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.2f s", ms / 1000);
    }
}

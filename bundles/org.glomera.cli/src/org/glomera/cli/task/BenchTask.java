package org.glomera.cli.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.glomera.cli.bench.NetworkBench;
import org.glomera.cli.bench.SoakBench;
import org.glomera.cli.bench.UNetBench;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.network.EngineReport;
import org.glomera.network.NetworkEngine;
import org.glomera.network.Networks;
import org.glomera.pipeline.preset.NetworkPreset;
import org.glomera.pipeline.preset.Presets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times and memory of this machine. */
@Command(name = "bench", header = "Measure networks: passes, training steps and the peak of memory.",
        description = {"",
                "The networks of the demo; then the U-Net of the reference study with 32 filters at 64 and 128 voxels a"
                        + " side, beside the same network in Python PyTorch where that is installed (Debian:"
                        + " python3-torch): both in turn, with the same number of threads. About ten minutes. 'bench' alone"
                        + " is 'bench network'; the tasks below measure other things.", ""})
public final class BenchTask implements Callable<Integer> {

    private static final int SMALL_REPEATS = 10;
    private static final List<String> PRESETS = List.of("demo", "thesis");
    private static final int SMALLEST = 16;
    private static final int LARGEST = 256;

    private final TaskContext context;

    @Option(names = "--size", paramLabel = "demo|thesis|VOXELS", split = ",",
            description = "Only these: the networks of a preset, or the U-Net with so many voxels a side (16 to 256,"
                    + " multiples of 16). Default: demo,64,128.")
    private List<String> sizes = List.of("demo", "64", "128");

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "2",
            description = "How often Glomera and Python are measured in turn. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(names = "--no-python", description = "Do not measure Python PyTorch beside.")
    private boolean noPython;

    @Option(names = "--soak", paramLabel = "EPOCHS", arity = "0..1", fallbackValue = "100",
            description = "Train a small network for so many epochs instead (100), with test images and checkpoints, and"
                    + " show the resident memory after each epoch.")
    private Integer soak;

    @Option(names = "--write", paramLabel = "FOLDER",
            description = "With --soak: write the curve to soak.csv and soak.svg there.")
    private Path written;

    /** Makes the task. */
    public BenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        for (String size : sizes) {
            requireSize(size);
        }
        if (repeats < 1) {
            throw new GlomeraException(Kind.CONFIGURATION, "--repeats is " + repeats + "; it is 1 or more.");
        }
        NetworkEngine engine = Networks.engine(Networks.DEFAULT_ENGINE);
        EngineReport report = engine.report();
        if (!report.usable()) {
            throw new GlomeraException(Kind.MISSING_COMPONENT, report.explanation());
        }
        context.terminal().result("%s %s on %s, %d processors".formatted(report.engine(), report.version(),
                report.device(), Runtime.getRuntime().availableProcessors()));
        context.cancellable(monitor -> {
            if (soak == null) {
                measure(engine, monitor);
            } else {
                new SoakBench(engine, context.terminal()::result).run(Math.max(2, soak), written, monitor);
            }
            return null;
        });
        return 0;
    }

    private static void requireSize(String size) throws GlomeraException {
        if (!PRESETS.contains(size) && !(size.matches("\\d{2,3}") && Integer.parseInt(size) % SMALLEST == 0
                && Integer.parseInt(size) >= SMALLEST && Integer.parseInt(size) <= LARGEST)) {
            throw new GlomeraException(Kind.CONFIGURATION, "--size " + size + " is neither demo nor thesis nor a multiple"
                    + " of 16 from 16 to 256 voxels a side.");
        }
    }

    private void measure(NetworkEngine engine, IProgressMonitor monitor) throws GlomeraException {
        SubMonitor progress = SubMonitor.convert(monitor, sizes.size());
        List<String> presets = sizes.stream().filter(PRESETS::contains).toList();
        if (!presets.isEmpty()) {
            measurePresets(presets, progress.split(presets.size()));
        }
        List<String> cubes = sizes.stream().filter(size -> !PRESETS.contains(size)).toList();
        if (!cubes.isEmpty()) {
            UNetBench bench = new UNetBench(engine, repeats, !noPython, context.terminal()::result);
            bench.printHead(!noPython);
            for (String size : cubes) {
                bench.run(Integer.parseInt(size), progress.split(1));
            }
        }
    }

    private void measurePresets(List<String> presets, IProgressMonitor monitor) throws GlomeraException {
        String row = "%-62s %11s %9s %14s %9s %14s";
        context.terminal().result(row.formatted("network", "parameters", "step", "peak training", "volume",
                "peak segment"));
        for (String size : presets) {
            int counted = size.equals("thesis") ? 0 : SMALL_REPEATS;
            for (NetworkPreset network : Presets.load(size).networks().subList(0, 2)) {
                NetworkBench.Result result = NetworkBench.measure(network, counted, monitor);
                context.terminal().result(row.formatted(result.network(), String.format(Locale.ROOT, "%,d",
                        result.parameters()), seconds(result.stepMs()), result.trainingPeakMb() + " MB",
                        seconds(result.forwardMs()), result.forwardPeakMb() + " MB"));
            }
        }
    }

    private static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.2f s", ms / 1000);
    }
}

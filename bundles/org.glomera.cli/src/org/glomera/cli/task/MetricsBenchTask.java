package org.glomera.cli.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.RegistryFactory;
import org.glomera.cli.bench.MetricsBench;
import org.glomera.cli.bench.MetricsBench.Surfaces;
import org.glomera.core.GlomeraException;
import org.glomera.core.GlomeraException.Kind;
import org.glomera.core.Kidneys;
import org.glomera.evaluation.Metric;
import org.glomera.image.nifti.NiftiFiles;
import org.glomera.registry.Contribution;
import org.glomera.registry.ExtensionPoint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times of the metrics on this machine. */
@Command(name = "metrics", header = "Measure surface distances of a large CT, and all metrics of 15 cases.",
        description = {"", "On two drawn kidneys, on one thread. releng/bench/surface_distances.py computes the same"
                + " with scipy from the masks that --write leaves.", ""})
public final class MetricsBenchTask implements Callable<Integer> {

    private static final int CASES = 15;

    private final TaskContext context;

    @Option(names = "--repeats", paramLabel = "N", description = "How often each time is taken. Default: 5.")
    private int repeats = 5;

    @Option(names = "--write", paramLabel = "FOLDER",
            description = "Write the large pair of masks there, as reference.nii.gz and candidate.nii.gz.")
    private Path folder;

    /** Makes the task. */
    public MetricsBenchTask(TaskContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws GlomeraException {
        if (repeats < 1 || repeats > 1000) {
            throw new GlomeraException(Kind.CONFIGURATION, "--repeats is " + repeats
                    + "; give a number from 1 to 1000.");
        }
        return context.cancellable(this::measure);
    }

    private int measure(IProgressMonitor monitor) throws GlomeraException {
        MetricsBench bench = new MetricsBench(monitor);
        if (folder != null) {
            write(bench);
        }
        line("Two kidneys of about 150 ml each on 512 x 512 x 300 voxels of 0.8 x 0.8 x 1.25 mm; one thread, median of"
                + " %d", repeats);
        line("%-62s %10s %10s %10s", "", "right", "left", "both");
        List<Surfaces> surfaces = new ArrayList<>();
        for (Kidneys kidneys : Kidneys.values()) {
            surfaces.add(bench.surfaces(kidneys, repeats));
        }
        row("95 % Hausdorff distance, mm", "%10.4f", surfaces.stream().map(Surfaces::hausdorff95Mm).toList());
        row("average symmetric surface distance, mm", "%10.4f", surfaces.stream().map(Surfaces::meanMm).toList());
        row("both from the label maps, the first time, s", "%10.3f", surfaces.stream().map(s -> s.firstMs() / 1000)
                .toList());
        row("both from the label maps, median, s", "%10.3f", surfaces.stream().map(s -> s.medianMs() / 1000).toList());
        line("%-62s %10s %10s %10.3f", "distance of every voxel from either surface, nothing cut out, s", "", "",
                bench.wholeTransformsMs(repeats) / 1000);
        List<Metric> metrics = metrics();
        line("%-62s %10s %10s %10.3f", "all %d metrics of %d cases at 128 x 128 x 128, once, s".formatted(
                metrics.size(), CASES), "", "", bench.casesMs(metrics, CASES) / 1000);
        return 0;
    }

    private static List<Metric> metrics() throws GlomeraException {
        List<Metric> metrics = new ArrayList<>();
        for (Contribution<Metric> contribution : new ExtensionPoint<>(RegistryFactory.getRegistry(), Metric.POINT,
                Metric.class).contributions()) {
            metrics.add(contribution.instance());
        }
        return metrics;
    }

    private void write(MetricsBench bench) throws GlomeraException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new GlomeraException(Kind.RESOURCES, "The folder " + folder + " cannot be made: " + e.getMessage()
                    + ". Choose another one.", e);
        }
        NiftiFiles.write(folder.resolve("reference.nii.gz"), bench.reference());
        NiftiFiles.write(folder.resolve("candidate.nii.gz"), bench.candidate());
        line("The masks are in %s.", folder.toAbsolutePath());
    }

    private void row(String name, String form, List<Double> values) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-62s", name));
        values.forEach(value -> text.append(' ').append(String.format(Locale.ROOT, form, value)));
        context.terminal().result(text.toString());
    }

    private void line(String form, Object... values) {
        context.terminal().result(String.format(Locale.ROOT, form, values));
    }
}
